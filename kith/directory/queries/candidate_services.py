"""Services that may answer a need, for the rooms above to weigh."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.live_index import index_now
from kith.directory.queries.service_cards import service_cards
from kith.directory.reading.engine_questions import parts_of
from kith.directory.search_words import question_of
from kith.directory.views_of import ServiceCard
from kith.matching.questions import Filters, Order, Search


def candidate_services(
    viewer: Viewer, *, words: str, languages: Collection[str], limit: int
) -> list[ServiceCard]:
    """At most `limit` services whose words answer, those in one of `languages` first, then the best by words.

    A language is a wish here, not a condition: with nobody who speaks it, others are still shown.
    """
    speaking = _best(words, languages=languages, limit=limit) if languages else []
    order = dict.fromkeys([*speaking, *_best(words, languages=(), limit=2 * limit)])
    return list(service_cards(viewer, service_ids=list(order)[:limit]).values())


def _best(words: str, *, languages: Collection[str], limit: int) -> list[UUID]:
    bases = tuple(dict.fromkeys(code.partition("-")[0].lower() for code in languages))
    asked = Search(
        parts=parts_of(question_of(words, ())),
        filters=Filters(languages=bases),
        order=Order.TEXT,
        limit=limit,
    )
    return [hit.id for hit in index_now().index.search(asked).hits]
