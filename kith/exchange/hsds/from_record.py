"""One record of a file: a service, or an organisation with its services nested in it."""

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.parts import Part


def services_in(body: dict[str, Json]) -> list[dict[str, Json]]:
    """The services in the record, each with its organisation nested in it.

    Raises RecordNotTaken where `services` is there but cannot be read, or is empty.
    """
    part = Part(body, "")
    if not part.has("services"):
        return [body]
    organization: dict[str, Json] = {name: value for name, value in body.items() if name != "services"}
    nested = list(part.each("services"))
    if not nested:
        part.refuse("services", _("is empty: an organisation without a service cannot be found."))
    return [{**service.body, "organization": organization} for service in nested]
