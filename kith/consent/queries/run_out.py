"""For which of these records the person's yes has run out."""

from collections.abc import Iterable

from kith.consent.models import ConsentGrant
from kith.consent.policies.grant import May, grants
from kith.consent.views_of import Told, ToldAbout
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer


def run_out(viewer: Viewer, *, abouts: Iterable[Ref]) -> frozenset[ToldAbout]:
    """Where the last day of every yes for that record and partner is over. One statement.

    A yes that was replaced counts by the one after it; one that was taken back is no matter of days.
    """
    asked = set(abouts)
    rows = grants(viewer, May.READ).filter(
        about_id__in=[about.id for about in asked], is_replaced=False, withdrawn_at=None
    )
    by_record: dict[ToldAbout, list[ConsentGrant]] = {}
    for row in rows:
        by_record.setdefault(_key(row), []).append(row)
    now = clock.now()
    return frozenset(
        key
        for key, yeses in by_record.items()
        if key.about in asked and all(row.valid_until <= now for row in yeses)
    )


def _key(row: ConsentGrant) -> ToldAbout:
    told = Told(person_id=row.person_id, holder_id=row.holder_id, recipient_id=row.recipient_id)
    return ToldAbout(told=told, about=row.about)
