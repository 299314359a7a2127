"""One record of a file: a service, what holds services, or what comes without one."""

from django.utils.translation import gettext as _

from kith.directory.folding import words_of
from kith.directory.records import Json, OrganizationRecord
from kith.directory.records.alone import AloneRecord
from kith.directory.synonyms import topics_in
from kith.directory.terms import Topic
from kith.exchange.hsds.errors import NoService
from kith.exchange.hsds.from_organization import from_organization
from kith.exchange.hsds.from_place import from_location
from kith.exchange.hsds.from_tags import from_taxonomy, from_term
from kith.exchange.hsds.parts import Part
from kith.exchange.hsds.standard import HSDS

OF_A_SERVICE = frozenset({"status", "organization"})
OTHERS = ("organization", "location", "taxonomy_term", "taxonomy")
"""In doubt an organisation: an id, a name and a description are all that some have."""


def services_in(body: dict[str, Json]) -> list[dict[str, Json]]:
    """The services in the record, each with its organisation nested in it; none where it is something else.

    Raises RecordNotTaken where a nested part cannot be read.
    """
    part = Part(body, "")
    if part.has("services"):
        return _of_organization(part)
    if is_at_location(body):
        return [_at_location(part)]
    if not OF_A_SERVICE & body.keys() and _is_something_else(body):
        return []
    return [body]


def is_at_location(body: dict[str, Json]) -> bool:
    """True if the record is a service at one location, with the service nested in it."""
    return "service" in body and not OF_A_SERVICE & body.keys()


def _of_organization(part: Part) -> list[dict[str, Json]]:
    organization: dict[str, Json] = {name: value for name, value in part.body.items() if name != "services"}
    nested = list(part.each("services"))
    return [{**service.body, "organization": organization} for service in nested]


def _at_location(part: Part) -> dict[str, Json]:
    """A service at one location, turned round: the service with this location."""
    service = part.one("service")
    link: dict[str, Json] = {name: value for name, value in part.body.items() if name != "service"}
    links: list[Json] = [link]
    return {**service.body, "service_at_locations": links} if service else part.body


def alone_in(body: dict[str, Json]) -> AloneRecord:
    """An organisation, location, term or taxonomy that comes without a service.

    Raises RecordNotTaken where it cannot be read, and NoService where it is none of these.
    """
    if "openapi_url" in body:
        raise NoService(_("This tells of an interface; it is no service."))
    own = {name: len(body.keys() & _own_fields(name)) for name in OTHERS}
    part, likely = Part(body, ""), max(OTHERS, key=lambda name: own[name])
    if likely == "location":
        return from_location(part, is_confidential=_is_hidden(body))
    if likely == "taxonomy_term":
        return from_term(part)
    return from_taxonomy(part) if likely == "taxonomy" else _organization(part)


def _organization(part: Part) -> OrganizationRecord:
    return from_organization(part, is_confidential=_is_hidden(part.body))


def _is_hidden(body: dict[str, Json]) -> bool:
    """True where the name or the words tell of safety at home: its places are not for everybody."""
    told = " ".join(str(body.get(name, "")) for name in ("name", "description"))
    return Topic.SAFETY_AT_HOME in topics_in(words_of(told))[0]


def _is_something_else(body: dict[str, Json]) -> bool:
    return "services" in body or any(body.keys() & _own_fields(name) for name in OTHERS)


def _own_fields(name: str) -> set[str]:
    """The fields of an object that no service has."""
    return {field.name for field in HSDS[name].fields} - {field.name for field in HSDS["service"].fields}
