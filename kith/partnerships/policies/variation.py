"""A change for a while is seen by those who may see the agreement and are bound by it."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import narrowed, one
from kith.core.viewer import Viewer
from kith.partnerships.models import Agreement, Clause, PartnerPause, Variation, VariationAnswer
from kith.partnerships.policies.agreement import May as MayAgree
from kith.partnerships.policies.agreement import agreements
from kith.partnerships.terms import VariationStatus

STANDS = (VariationStatus.ASKED.value, VariationStatus.AGREED.value)


class May(StrEnum):
    """What may be done with a change for a while."""

    READ = "read"
    ANSWER = "answer"


def _of_agreements(may: MayAgree) -> Callable[[Viewer], Q]:
    return lambda viewer: Q(agreement_id__in=agreements(viewer, may).values("pk"))


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _of_agreements(MayAgree.FOLLOW),
    May.ANSWER: _of_agreements(MayAgree.VARY),
}


def variations(viewer: Viewer, may: May) -> QuerySet[Variation]:
    """The changes for a while that `viewer` may `may`, the newest first."""
    return narrowed(Variation.objects.order_by("-asked_at", "-pk"), POLICY, viewer, may)


def variation_answers(viewer: Viewer, variation_ids: Iterable[UUID]) -> QuerySet[VariationAnswer]:
    """What was said to these changes, the first first."""
    seen = variations(viewer, May.READ).filter(pk__in=list(variation_ids)).order_by()
    return VariationAnswer.objects.filter(variation_id__in=seen.values("pk")).order_by("answered_at", "pk")


def one_variation(viewer: Viewer, variation_id: UUID, may: May) -> Variation:
    """The change for a while with this id. Raises NotFound or Denied."""
    return one(Variation.objects.all(), POLICY, viewer, row_id=variation_id, may=may, read=May.READ)


def one_variation_to_change(viewer: Viewer, variation_id: UUID, may: May) -> Variation:
    """As `one_variation`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Variation.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=variation_id, may=may, read=May.READ)


def all_answers(variation: Variation) -> QuerySet[VariationAnswer]:
    """Every answer to a change that its own policy has found."""
    return VariationAnswer.objects.filter(variation_id=variation.pk)


def standing_variations(agreement: Agreement, *, clause_key: UUID) -> QuerySet[Variation]:
    """Asked and agreed changes of one clause of an agreement found for a change, the earliest first."""
    rows = Variation.objects.filter(agreement_id=agreement.pk, clause_key=clause_key, status__in=STANDS)
    return rows.order_by("first_on", "pk")


def running_variations(agreement: Agreement, *, on: date) -> QuerySet[Variation]:
    """Asked and agreed changes of an agreement found for a change that are not over on this day."""
    return Variation.objects.filter(agreement_id=agreement.pk, status__in=STANDS, last_on__gte=on)


def changed_clauses(before: UUID, after: UUID) -> set[UUID]:
    """The keys of the clauses of one version that another says otherwise, or no more."""
    kept = Clause.objects.filter(version_id=after).values_list("key", "digest")
    was = Clause.objects.filter(version_id=before).values_list("key", "digest")
    return {key for key, _ in set(was) - set(kept)}


def is_paused_between(organization_id: UUID, *, first_on: date, last_on: date) -> bool:
    """True if this organisation takes no new asks on any of these days; it was found for a change before."""
    return PartnerPause.objects.filter(
        partner__organization_id=organization_id, first_on__lte=last_on, last_on__gte=first_on
    ).exists()
