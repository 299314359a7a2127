"""The words of services for the full text of the database, until the engine answers every question."""

from collections.abc import Collection, Mapping
from uuid import UUID

from kith.directory import search_index
from kith.directory.folding import words_of
from kith.directory.models import Service
from kith.directory.reading.facts import Facts
from kith.directory.reading.lines import topics_of
from kith.directory.search_index import SearchDocument
from kith.directory.search_words import topic_word
from kith.directory.searching.words import names_of_language

MOST_BODY_WORDS = 2000


def write_word_table(rows: Collection[Service], facts: Facts, called: Mapping[UUID, str]) -> None:
    """Write these services to the database's own full text, as anybody may see them."""
    search_index.write([_document(row, facts, called) for row in rows])


def _document(service: Service, facts: Facts, called: Mapping[UUID, str]) -> SearchDocument:
    organization = service.organization
    addresses = [site.address for site in facts.sites[service.id] if site.address]
    body = (
        service.description,
        service.eligibility_description,
        service.what_to_expect,
        organization.description,
        *(row.shown_as for row in facts.attributes[service.id]),
        *(called.get(row.taxonomy_term_id or row.id, "") for row in facts.attributes[service.id]),
    )
    return SearchDocument(
        service_id=service.id,
        name=_folded(service.name, service.alternate_name),
        topics=" ".join(topic_word(topic) for topic in topics_of(service)),
        organization=_folded(organization.name, organization.alternate_name),
        place=_folded(*(f"{row.city} {row.postal_code}" for row in addresses)),
        languages=_folded(*map(names_of_language, facts.languages[service.id])),
        body=" ".join(words_of(" ".join(body))[:MOST_BODY_WORDS]),
    )


def _folded(*texts: str) -> str:
    return " ".join(words_of(" ".join(texts)))
