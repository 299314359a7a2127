"""One record of a file: a service, an organisation with its services, or a service at a location."""

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import NoService
from kith.exchange.hsds.parts import Part
from kith.exchange.hsds.standard import HSDS

OF_A_SERVICE = frozenset({"status", "organization"})
OTHERS = ("organization", "location", "taxonomy_term", "taxonomy")


def services_in(body: dict[str, Json]) -> list[dict[str, Json]]:
    """The services in the record, each with its organisation nested in it.

    Raises RecordNotTaken where a nested part cannot be read, and NoService where there is none to find.
    """
    part = Part(body, "")
    if part.has("services"):
        return _of_organization(part)
    if is_at_location(body):
        return [_at_location(part)]
    if not OF_A_SERVICE & body.keys():
        _check_can_be_a_service(body)
    return [body]


def is_at_location(body: dict[str, Json]) -> bool:
    """True if the record is a service at one location, with the service nested in it."""
    return "service" in body and not OF_A_SERVICE & body.keys()


def _of_organization(part: Part) -> list[dict[str, Json]]:
    organization: dict[str, Json] = {name: value for name, value in part.body.items() if name != "services"}
    nested = list(part.each("services"))
    if not nested:
        why = _("is empty: an organisation without a service cannot be found.")
        raise NoService(why, part="services")
    return [{**service.body, "organization": organization} for service in nested]


def _at_location(part: Part) -> dict[str, Json]:
    """A service at one location, turned round: the service with this location."""
    service = part.one("service")
    link: dict[str, Json] = {name: value for name, value in part.body.items() if name != "service"}
    links: list[Json] = [link]
    return {**service.body, "service_at_locations": links} if service else part.body


def _check_can_be_a_service(body: dict[str, Json]) -> None:
    """Raises NoService for what is plainly something else."""
    if "openapi_url" in body:
        raise NoService(_("This tells of an interface; it is no service."))
    own = {name: len(body.keys() & _own_fields(name)) for name in OTHERS}
    likely = max(OTHERS, key=lambda name: own[name])
    if own[likely]:
        raise NoService(_words_for(likely))


def _own_fields(name: str) -> set[str]:
    """The fields of an object that no service has."""
    return {field.name for field in HSDS[name].fields} - {field.name for field in HSDS["service"].fields}


def _words_for(name: str) -> str:
    words = {
        "organization": _("This is an organisation without a service: it cannot be found."),
        "location": _("This is a location without a service: it cannot be found."),
        "taxonomy_term": _("This is a term of a taxonomy, not a service."),
        "taxonomy": _("This is a taxonomy, not a service."),
    }
    return words[name]
