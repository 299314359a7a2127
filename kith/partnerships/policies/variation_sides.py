"""Towards whom a changed clause is owed: they say yes or no."""

from uuid import UUID

from kith.core import clock
from kith.partnerships.models import Clause, Variation
from kith.partnerships.policies.withdrawal import bound_parties
from kith.partnerships.stored import stated
from kith.partnerships.terms import VersionState
from kith.partnerships.varying import sides_to_ask


def asked_sides(variation: Variation) -> frozenset[UUID]:
    """Whom the clause names on the other side from the asker, else every other party that is bound today.

    The variation was found by its own policy before.
    """
    agreement = variation.agreement
    bound = bound_parties(agreement, on=clock.today(agreement.timezone))
    sides = frozenset(bound.values_list("organization_id", flat=True))
    clause = Clause.objects.filter(
        version__agreement_id=agreement.pk,
        version__state=VersionState.SIGNED.value,
        key=variation.clause_key,
    ).first()
    return sides_to_ask(stated(clause) if clause else None, bound=sides, asker=variation.organization_id)
