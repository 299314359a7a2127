"""Asking to change for a while what one owes."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.settle_variation import settle_variation
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.life_errors import (
    BadVariationDays,
    NotOurClause,
    VariationInPause,
    VariationOverlaps,
    WordsMissing,
)
from kith.partnerships.life_events import VariationAsked
from kith.partnerships.models import Agreement, Variation, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_clauses
from kith.partnerships.policies.variation import is_paused_between, standing_variations
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.policies.withdrawal import all_withdrawals
from kith.partnerships.stored import stated
from kith.partnerships.terms import AgreementStatus, VariationReason, VersionState
from kith.partnerships.varying import STOPS_IN_A_PAUSE, fields_to_vary, is_tolerated, varied_terms

LONGEST = timedelta(days=366)
ONE_DAY = timedelta(days=1)


@transaction.atomic
def ask_variation(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    clause_key: UUID,
    changes: Mapping[str, object],
    reason: VariationReason,
    words: str,
    first_on: date,
    last_on: date,
) -> UUID:
    """Ask that from `first_on` to `last_on`, both included, a clause says `changes` instead. Returns its id.

    `changes` are fields of the clause's terms. Within the clause's tolerance it is agreed at once.
    Raises NotFound, Denied, WordsMissing, NotOurClause, CannotVary, BadClause, NothingChanges,
    BadVariationDays, VariationInPause, VariationOverlaps, or StatusConflict unless the agreement is in force.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.VARY)
    if viewer.organization_id is None:
        raise Denied
    version = version_in_state(agreement, VersionState.SIGNED)
    if version is None or agreement.status != AgreementStatus.IN_FORCE.value:
        raise StatusConflict
    if not words.strip():
        raise WordsMissing(field="words")
    clause = _clause(version, clause_key)
    fields = fields_to_vary(clause, viewer.organization_id)
    if not fields and clause.organization_id != viewer.organization_id:
        raise NotOurClause
    terms = varied_terms(clause, changes, fields)
    _check_days(agreement, version, viewer.organization_id, first_on, last_on)
    _check_nothing_else(agreement, clause, viewer.organization_id, first_on, last_on)
    variation = Variation.objects.create(
        agreement=agreement,
        clause_key=clause_key,
        organization_id=viewer.organization_id,
        reason=reason.value,
        words=words.strip(),
        terms=terms,
        first_on=first_on,
        last_on=last_on,
        is_within_tolerance=is_tolerated(
            clause, terms, days=_days_in_a_row(agreement, clause_key, first_on, last_on)
        ),
        asked_at=clock.now(),
        asked_by_id=viewer.user_id,
    )
    if not variation.is_within_tolerance:
        record(
            viewer,
            VariationAsked(
                subject=variation.ref,
                organization_id=viewer.organization_id,
                agreement_id=agreement_id,
                clause_key=clause_key,
                reason=reason,
                first_on=first_on,
                last_on=last_on,
            ),
        )
    settle_variation(viewer, variation_id=variation.pk)
    return variation.pk


def _clause(version: Version, clause_key: UUID) -> StatedClause:
    row = all_clauses(version).filter(key=clause_key).first()
    if row is None:
        raise NotFound
    return stated(row)


def _check_days(
    agreement: Agreement, version: Version, organization_id: UUID, first_on: date, last_on: date
) -> None:
    """From today on, in order, for a year at most, while the asker is bound."""
    leaves = all_withdrawals(agreement).filter(organization_id=organization_id).first()
    ends = [day for day in (version.ends_on, leaves.last_on if leaves else None) if day is not None]
    first = max(clock.today(agreement.timezone), version.starts_on)
    if not first <= first_on:
        raise BadVariationDays(field="first_on")
    if not first_on <= last_on <= min([first_on + LONGEST, *ends]):
        raise BadVariationDays(field="last_on")


def _check_nothing_else(
    agreement: Agreement, clause: StatedClause, organization_id: UUID, first_on: date, last_on: date
) -> None:
    others = standing_variations(agreement, clause_key=clause.key)
    if others.filter(first_on__lte=last_on, last_on__gte=first_on).exists():
        raise VariationOverlaps(field="first_on")
    if clause.kind in STOPS_IN_A_PAUSE and is_paused_between(
        organization_id, first_on=first_on, last_on=last_on
    ):
        raise VariationInPause(field="first_on")


def _days_in_a_row(agreement: Agreement, clause_key: UUID, first_on: date, last_on: date) -> int:
    """How many days the clause is changed without a day between: small changes one after another add up."""
    rows = [(row.first_on, row.last_on) for row in standing_variations(agreement, clause_key=clause_key)]
    before = sorted((row for row in rows if row[1] < first_on), reverse=True)
    for begun, over in before:
        if over + ONE_DAY == first_on:
            first_on = begun
    for begun, over in sorted(row for row in rows if row[0] > last_on):
        if last_on + ONE_DAY == begun:
            last_on = over
    return (last_on - first_on).days + 1
