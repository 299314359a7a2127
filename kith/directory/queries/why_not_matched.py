"""Why a service that somebody names was, or was not, matched to a need."""

from kith.core.viewer import Viewer
from kith.directory.live_index import index_now
from kith.directory.needing import MatchedService, Needed
from kith.directory.reading.engine_needs import engine_need, parts_of
from kith.directory.reading.matched import matched, read_cards
from kith.directory.reading.near import resolve_place
from kith.matching.questions import Order, Search

MOST = 5


def why_not_matched(viewer: Viewer, *, needed: Needed, name: str) -> list[MatchedService]:
    """What every test says of up to five services called so, the best name first; none where none is found.

    Whatever speaks for or against them: eligibility is advice, and nobody is left out. `needed.words` are not
    asked, and neither is `needed.without`.
    """
    live = index_now()
    parts = parts_of(name)
    if not parts:
        return []
    hits = live.index.search(Search(parts=parts, order=Order.TEXT, limit=MOST)).hits
    cards = read_cards(viewer, [hit.id for hit in hits])
    spot = resolve_place(needed.place) if needed.place.strip() else None
    told = live.index.explain(engine_need(viewer, needed, spot), [hit.id for hit in hits])
    return matched(live.index, told, cards)
