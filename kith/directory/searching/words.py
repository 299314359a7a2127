"""The folded words of a service with their weight: how often a word stands there, by how much that tells."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from babel import Locale, UnknownLocaleError

from kith.directory.folding import words_of
from kith.directory.models import Service
from kith.directory.reading.facts import Facts
from kith.directory.reading.lines import topics_of
from kith.directory.search_words import topic_word
from kith.directory.views_of import LanguageLine

NAME, TOPIC, ORGANIZATION, PLACE, LANGUAGE, BODY = 8, 6, 4, 3, 3, 1
MOST_BODY_WORDS = 2000
MOST_WEIGHT = 255


def weighted_words(
    service: Service, facts: Facts, called: Mapping[UUID, str], translated: Collection[str]
) -> tuple[tuple[str, int], ...]:
    """Each word once, in the order in which it first stands there; `called`: what the terms are called.

    `translated`: what the listing says in other languages.
    """
    organization = service.organization
    sites = facts.sites[service.id]
    towns = [f"{site.address.city} {site.address.postal_code}" for site in sites if site.address]
    found: Counter[str] = Counter()
    _add(found, NAME, words_of(f"{service.name} {service.alternate_name}"))
    _add(found, TOPIC, map(topic_word, topics_of(service)))
    _add(found, ORGANIZATION, words_of(f"{organization.name} {organization.alternate_name}"))
    _add(found, PLACE, words_of(" ".join(towns)))
    _add(found, LANGUAGE, words_of(" ".join(map(names_of_language, facts.languages[service.id]))))
    _add(found, BODY, words_of(" ".join(_body(service, facts, called)))[:MOST_BODY_WORDS])
    _add(found, BODY, words_of(" ".join(translated))[:MOST_BODY_WORDS])
    return tuple((word, min(weight, MOST_WEIGHT)) for word, weight in found.items())


def names_of_language(line: LanguageLine) -> str:
    """Its name as published, in English and in itself."""
    try:
        locale = Locale.parse(line.code, sep="-")
    except (UnknownLocaleError, ValueError):
        return line.name
    return " ".join(filter(None, (line.name, locale.get_display_name("en"), locale.get_display_name())))


def _body(service: Service, facts: Facts, called: Mapping[UUID, str]) -> Collection[str]:
    tags = facts.attributes[service.id]
    return (
        service.description,
        service.eligibility_description,
        service.what_to_expect,
        service.organization.description,
        *(row.shown_as for row in tags),
        *(called.get(row.taxonomy_term_id, "") for row in tags if row.taxonomy_term_id),
    )


def _add(found: Counter[str], weight: int, words: Iterable[str]) -> None:
    for word in words:
        found[word] += weight
