"""Which services will take somebody with this need, and why."""

from dataclasses import replace

from kith.core.viewer import Viewer
from kith.directory.live_index import index_now
from kith.directory.needing import MatchedServices, Needed
from kith.directory.reading.engine_needs import (
    engine_need,
    first_then,
    proposed,
    proposed_among,
    services_of_any,
)
from kith.directory.reading.matched import matched, read_cards, with_secular_beside
from kith.directory.reading.near import resolve_place
from kith.directory.reading.own_facts import own_groups
from kith.matching.questions import Where


def matched_services(viewer: Viewer, *, needed: Needed, language: str) -> MatchedServices:
    """At most `needed.limit` services of each kind, best first; ties by id.

    Those of `needed.first_of` stand before all others. Facts are named in `language`. What is not known never
    turns a service away: it makes the answer "maybe". Where nothing is near the place, all are looked at. A
    service of faith has a secular one beside it wherever one fits. At most 30 statements, whatever the size
    of the directory.
    """
    live = index_now()
    spot = resolve_place(needed.place) if needed.place.strip() else None
    asked = engine_need(viewer, needed, spot)
    found = proposed(live.index, asked, needed.words)
    is_beyond = spot is not None and found.is_empty
    if is_beyond:
        asked = replace(asked, where=Where(is_placeless_in=needed.is_afar_too))
        found = proposed(live.index, asked, needed.words)
    first_of = services_of_any(viewer, needed.first_of)
    if first_of:
        found = first_then(proposed_among(live.index, asked, needed.words, first_of), found)
    cards = read_cards(viewer, [one.id for one in (*found.fits, *found.full, *found.others)])
    fits, full, others = (matched(live.index, some, cards) for some in (found.fits, found.full, found.others))
    return MatchedServices(
        total=found.total,
        fits=with_secular_beside(fits, needed.limit),
        full=tuple(full[: needed.limit]),
        others=tuple(others[: needed.limit]),
        fell=found.fell,
        place=spot.name if spot else "",
        is_beyond=is_beyond,
        is_old=live.is_old,
        names={fact.code: fact.name for group in own_groups(language) for fact in group.facts},
    )
