"""Which entries of contacts may be one human."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.one_human import Human, may_be_one
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts_ever


def alike_contacts(
    viewer: Viewer, *, contact_ids: Iterable[UUID], among: Iterable[UUID]
) -> Mapping[UUID, frozenset[UUID]]:
    """For each contact of `among`: those of `contact_ids` who are, or may be, the same human.

    Ended contacts count: somebody who was entered anew is still the same. One statement.
    """
    wanted, others = frozenset(contact_ids), frozenset(among)
    rows = contacts_ever(viewer, May.ROUTE).filter(pk__in=wanted | others)
    humans = {row.pk: row.human for row in rows}
    return {
        other: frozenset(one for one in wanted if one == other or _are_one(humans, one, other))
        for other in others
    }


def _are_one(humans: Mapping[UUID, Human], one: UUID, other: UUID) -> bool:
    return one in humans and other in humans and may_be_one(humans[one], humans[other])
