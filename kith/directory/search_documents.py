"""The words under which a service is found: public ones only, whoever writes them."""

from collections.abc import Collection, Mapping
from uuid import UUID

from babel import Locale, UnknownLocaleError

from kith.core.viewer import Door, Viewer
from kith.directory import search_index
from kith.directory.folding import words_of
from kith.directory.models import Service
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import Facts, facts_of
from kith.directory.reading.lines import topics_of
from kith.directory.reading.own_facts import names_of_terms
from kith.directory.search_index import SearchDocument
from kith.directory.search_words import topic_word
from kith.directory.views_of import LanguageLine

MOST_BODY_WORDS = 2000


def write_search_documents(service_ids: Collection[UUID]) -> None:
    """Write these services to the index as anybody may see them. Nine statements."""
    anybody = Viewer.nobody(Door.PUBLIC)
    rows = services(anybody, May.READ).filter(pk__in=service_ids).select_related("organization")
    facts = facts_of(anybody, service_ids)
    called = names_of_terms(anybody, [row for tags in facts.attributes.values() for row in tags])
    search_index.write([_document(row, facts, called) for row in rows.order_by("pk")])


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


def names_of_language(line: LanguageLine) -> str:
    """Its name as published, in English and in itself."""
    try:
        locale = Locale.parse(line.code, sep="-")
    except (UnknownLocaleError, ValueError):
        return line.name
    return " ".join(filter(None, (line.name, locale.get_display_name("en"), locale.get_display_name())))


def _folded(*texts: str) -> str:
    return " ".join(words_of(" ".join(texts)))
