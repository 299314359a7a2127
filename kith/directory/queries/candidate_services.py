"""Services that may answer a need, for the rooms above to weigh."""

from collections.abc import Collection

from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.directory.reading.candidates import candidates_for
from kith.directory.search_words import question_of
from kith.directory.views_of import ServiceCard


def candidate_services(
    viewer: Viewer, *, words: str, languages: Collection[str], limit: int
) -> list[ServiceCard]:
    """At most `limit` services whose words answer, those in one of `languages` first, then the best by words.

    A language is a wish here, not a condition: with nobody who speaks it, others are still shown.
    """
    question = question_of(words, ())
    found = candidates_for(viewer, question, languages=languages, facts=()) if languages else None
    speaking = found.candidates if found else []
    known = {one.id for one in speaking}
    anybody = candidates_for(viewer, question, languages=(), facts=()).candidates
    others = [one for one in anybody if one.id not in known]
    order = [
        one.id
        for group in (speaking, others)
        for one in sorted(group, key=lambda one: (-round(one.text, 6), one.name.casefold(), one.id))
    ]
    return list(service_cards(viewer, service_ids=order[:limit]).values())
