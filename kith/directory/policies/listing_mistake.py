"""Who may read and settle what somebody found wrong: whoever may mend the listing.

But for “it was not safe there”: that is read, and settled, only where the site is run, never by those it is
about.
"""

from collections.abc import Callable, Collection
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import narrowed, one
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role, Viewer
from kith.directory.mistakes import MistakeKind
from kith.directory.models import ListingMistake
from kith.directory.policies.place import secret_addresses
from kith.directory.policies.service import KEEPERS
from kith.directory.policies.translated_text import Secrets
from kith.directory.policies.who import as_host, as_system, own


class May(StrEnum):
    """What may be done with a note about a mistake."""

    READ = "read"
    SETTLE = "settle"


def _kept(viewer: Viewer) -> Q:
    theirs = own(viewer, *KEEPERS) & ~Q(kind=MistakeKind.SAFETY)
    return theirs | as_host(viewer, Role.CURATOR, Role.ADMIN) | as_system(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _kept, May.SETTLE: _kept}


def listing_mistakes(viewer: Viewer, may: May) -> QuerySet[ListingMistake]:
    """The notes that the viewer may `may`. Look at `kept_back` before showing the words."""
    return narrowed(ListingMistake.objects.all(), POLICY, viewer, may)


def one_listing_mistake(viewer: Viewer, mistake_id: UUID, may: May) -> ListingMistake:
    """One note, locked until the transaction ends. Raises NotFound or Denied."""
    rows = ListingMistake.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=mistake_id, may=may, read=May.READ)


def told_to(viewer: Viewer, note: ListingMistake) -> UUID | None:
    """Whose privacy officer may read that there is this note: never that of those not told of it."""
    if note.kind == MistakeKind.SAFETY:
        return site_profile(viewer).host_organization_id
    return note.organization_id


def kept_back(viewer: Viewer, notes: Collection[ListingMistake]) -> set[UUID]:
    """The notes whose words could lead to a hidden place that is not the viewer's own.

    They name its street; or they say, of a listing with a hidden place, what the address should be. Four
    statements, and five more for each of these listings that has one.
    """
    others = [note for note in notes if note.words and not _is_own(viewer, note)]
    listings = {(note.service_id, note.service.organization_id) for note in others}
    known = secret_addresses({one for pair in listings for one in pair}) if listings else {}
    secrets = {pair: Secrets(*pair) for pair in listings if not known.keys().isdisjoint(pair)}
    return {
        note.id
        for note in others
        if (found := secrets.get((note.service_id, note.service.organization_id))) is not None
        and (note.kind == MistakeKind.PLACE or not found.may_be_read(note.words, is_stale=False))
    }


def _is_own(viewer: Viewer, note: ListingMistake) -> bool:
    return viewer.is_system or note.service.organization_id == viewer.organization_id
