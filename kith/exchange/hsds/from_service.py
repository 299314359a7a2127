"""An HSDS 3.1 service, nested as it comes, read into one record. Pure: nothing is written."""

from django.utils.translation import gettext as _

from kith.directory.folding import words_of
from kith.directory.records import AttributeRecord, Json, OrganizationRecord, ServiceDetails, ServiceRecord
from kith.directory.synonyms import topics_in
from kith.directory.terms import ServiceStatus, Topic
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.from_costs import costs, documents, funding, program, urls
from kith.exchange.hsds.from_organization import from_organization
from kith.exchange.hsds.from_parts import areas, contacts, languages, phones, schedules, web
from kith.exchange.hsds.from_place import places
from kith.exchange.hsds.from_tags import attributes, capacities, metadata
from kith.exchange.hsds.parts import Part

OLDEST = 130
SHELTER_WORDS = frozenset({"shelter", "refuge", "hostel", "safehouse"})


def from_service(body: dict[str, Json]) -> ServiceRecord:
    """The record. Raises RecordNotTaken at the first part that cannot be used, naming it.

    Topics are read from the name and the tags, never from longer texts. Where a topic is safety at home,
    the place is taken as confidential: an unknown flag on such a site hides it.
    """
    part = Part(body, "")
    key, name = part.key(), part.needed("name", most=300)
    tags = attributes(part)
    words = words_of(" ".join((name, *map(label_of, tags))))
    topics = topics_in(words)[0]
    is_hidden = Topic.SAFETY_AT_HOME in topics
    return ServiceRecord(
        key=key,
        digest=digest_of(body),
        raw=body,
        organization=_organization(part, is_hidden=is_hidden),
        name=name,
        description=part.words("description"),
        languages=languages(part.each("languages")),
        topics=topics,
        details=_details(part, tags, is_hidden=is_hidden, is_shelter=_is_shelter(words)),
    )


def _is_shelter(words: list[str]) -> bool:
    return not SHELTER_WORDS.isdisjoint(words)


def label_of(tag: AttributeRecord) -> str:
    """What a tag is called: its own label, else its term's name."""
    return tag.label or (tag.term.name if tag.term else "")


def _details(
    part: Part, tags: tuple[AttributeRecord, ...], *, is_hidden: bool, is_shelter: bool
) -> ServiceDetails:
    papers = documents(part.each("required_documents"))
    nested = part.one("program")
    return ServiceDetails(
        alternate_name=part.text("alternate_name", most=300),
        url=web(part, "url"),
        email=part.text("email", most=254),
        status=part.choice("status", ServiceStatus, None),
        interpretation_services=part.words("interpretation_services"),
        application_process=part.words("application_process"),
        fees_description=part.words("fees_description"),
        wait_time=part.words("wait_time"),
        fees=part.words("fees"),
        accreditations=part.words("accreditations"),
        licenses=part.words("licenses"),
        eligibility_description=part.words("eligibility_description"),
        minimum_age=part.whole("minimum_age", least=0, most=OLDEST),
        maximum_age=part.whole("maximum_age", least=0, most=OLDEST),
        assured_on=part.day("assured_date"),
        assurer_email=part.text("assurer_email", most=254),
        last_modified=part.text("last_modified", most=40),
        alert=part.words("alert"),
        papers="\n".join(one.document for one in papers if one.document),
        shows_places=not (is_shelter or is_hidden),
        program=program(nested) if nested else None,
        phones=phones(part.each("phones")),
        schedules=schedules(part.each("schedules")),
        attributes=tags,
        metadata=metadata(part),
        places=places(part.each("service_at_locations"), is_confidential=is_hidden),
        contacts=contacts(part.each("contacts")),
        urls=urls(part.each("additional_urls")),
        areas=areas(part.each("service_areas")),
        capacities=capacities(part.each("capacities")),
        funding=funding(part.each("funding")),
        costs=costs(part.each("cost_options")),
        documents=papers,
    )


def _organization(service: Part, *, is_hidden: bool) -> OrganizationRecord:
    part = service.one("organization")
    if part is None:
        service.refuse("organization", _("is missing: a service belongs to one."))
    return from_organization(part, is_confidential=is_hidden)
