"""What a person's word is worth, from the rows that were found."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.consent.facts import Excluded
from kith.consent.lifecycle.grant import ended_at, state_of
from kith.consent.models import ConsentDirective, ConsentGrant, Exclusion
from kith.consent.policies.exclusion import May as MayExclusion
from kith.consent.policies.exclusion import exclusions
from kith.consent.policies.grant import May, directives
from kith.consent.terms import ConsentState, GivenHow, Kind, SharePurpose
from kith.consent.views_of import Standing
from kith.core import clock
from kith.core.ids import Ref
from kith.core.marks import is_mark_of
from kith.core.sealed_text import CannotOpen
from kith.core.viewer import Viewer


def standing_of(
    viewer: Viewer,
    rows: Sequence[ConsentGrant],
    *,
    person_id: UUID,
    holder_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
) -> Standing:
    """Weigh the person's consents (`rows`) and exclusions for one record, one partner, one human there."""
    now = clock.now()
    fitting = [row for row in rows if row.recipient_id == recipient_id and row.about == about]
    grant = _the_one_that_counts(fitting, contact_id, now)
    excluded, excluded_at = _excluded(
        list(
            exclusions(viewer, MayExclusion.READ)
            .filter(person_id=person_id, holder_id=holder_id, organization_id=recipient_id, lifted_at=None)
            .order_by("excluded_at")
        ),
        contact_id,
    )
    if grant is None:
        return _no_standing(excluded, excluded_at)
    ends = [moment for moment in (ended_at(grant, at=now), excluded_at) if moment is not None]
    return Standing(
        consent_id=grant.id,
        state=_sound_state(viewer, grant, now),
        names_recipient=grant.recipient_id == recipient_id,
        names_contact=contact_id is not None and grant.contact_id == contact_id,
        purposes=frozenset({SharePurpose(grant.purpose)}),
        kinds=frozenset(Kind(kind) for kind in grant.kinds),
        excluded=excluded,
        ended_at=min(ends, default=None),
    )


def _the_one_that_counts(
    rows: Sequence[ConsentGrant], contact_id: UUID | None, now: datetime
) -> ConsentGrant | None:
    """A live one before others, one that names the contact before others, then the newest."""

    def rank(row: ConsentGrant) -> tuple[bool, bool, datetime, UUID]:
        is_live = state_of(row, at=now) is ConsentState.LIVE
        return is_live, row.contact_id == contact_id, row.valid_from, row.id

    return max((row for row in rows if not row.is_replaced), key=rank, default=None)


def _sound_state(viewer: Viewer, grant: ConsentGrant, now: datetime) -> ConsentState:
    """The state, or DEFICIENT if the words behind it are gone, changed, or were agreed to alone unread."""
    state = state_of(grant, at=now)
    if state is not ConsentState.LIVE:
        return state
    directive = directives(viewer, May.READ).filter(id=grant.directive_id).first()
    return state if directive is not None and _is_sound(directive) else ConsentState.DEFICIENT


def _is_sound(directive: ConsentDirective) -> bool:
    if directive.given_how == GivenHow.BY_THE_PERSON and not directive.is_reviewed:
        return False
    try:
        return is_mark_of(directive.words_digest, directive.words, place=directive.place)
    except CannotOpen:
        return False


def _excluded(rows: Sequence[Exclusion], contact_id: UUID | None) -> tuple[Excluded, datetime | None]:
    """Whom the person excluded there, and since when. With nobody named, anyone excluded there counts."""
    for row in rows:
        if row.contact_id is None:
            return Excluded.THE_ORGANISATION, row.excluded_at
    for row in rows:
        if contact_id is None or row.contact_id == contact_id:
            return Excluded.SOMEONE_THERE, row.excluded_at
    return Excluded.NOT_EXCLUDED, None


def _no_standing(excluded: Excluded, excluded_at: datetime | None) -> Standing:
    return Standing(
        consent_id=None,
        state=ConsentState.NONE,
        names_recipient=False,
        names_contact=False,
        purposes=frozenset(),
        kinds=frozenset(),
        excluded=excluded,
        ended_at=excluded_at,
    )
