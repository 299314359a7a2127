"""Whether the datapackage.json of a package describes the tables that are there."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.validating.check_tables import BY_TABLE
from kith.exchange.hsds.validating.finding import Finding, Severity, shown, step
from kith.exchange.hsds.validating.strict_json import parsed_strictly

DESCRIPTION = "datapackage.json"
MOST_RESOURCES = 200


def description_findings(text: bytes, files: Collection[str]) -> Iterator[Finding]:
    """What is wrong with the description. Raises RecordNotTaken if it is no JSON."""
    parsed = parsed_strictly(text)
    yield from parsed.findings
    resources = parsed.value.get("resources") if isinstance(parsed.value, dict) else None
    if not isinstance(resources, list):
        what = _("“%(name)s” is missing.") % {"name": "resources"}
        yield Finding(
            Severity.FAULT, "description", "/resources", what, _("List the tables of the package there.")
        )
        return
    described = set()
    for number, resource in enumerate(resources[:MOST_RESOURCES]):
        path = resource.get("path") if isinstance(resource, dict) else None
        described.add(path if isinstance(path, str) else "")
        yield from _resource(path, "/resources" + step(number) + "/path", files)
    for name in sorted(set(files) & BY_TABLE.keys() - described):
        what = _("The table %(name)s is not described.") % {"name": name}
        yield Finding(Severity.WARNING, "description", "/resources", what, _("Add it to “resources”."))


def _resource(path: Json, pointer: str, files: Collection[str]) -> Iterator[Finding]:
    if not isinstance(path, str) or "/" in path or "\\" in path:
        what = _("“%(value)s” is not a file beside this one.") % {"value": shown(path)}
        yield Finding(Severity.FAULT, "description", pointer, what, _("Write the bare name of a table."))
    elif path not in files:
        what = _("The package has no file %(name)s.") % {"name": shown(path)}
        yield Finding(Severity.NOTE, "description", pointer, what, _("Add the file, or take the entry out."))
