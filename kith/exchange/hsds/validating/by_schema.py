"""The first layer: the standard's own schema, with its formats, in sentences that say how to mend."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

from kith.directory.records import Json
from kith.exchange.hsds.validating.finding import Finding, Severity, shown, step
from kith.exchange.hsds.validating.near import nearest


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule of the schema that the record breaks: the rule, what it wants, what is there, and where."""

    rule: str
    wanted: Json
    value: Json
    pointer: str

    def told(self, kind: str, what: str, mend: str) -> Finding:
        """The finding."""
        return Finding(Severity.FAULT, kind, self.pointer, what, mend)


def schema_findings(validator: Validator, body: dict[str, Json]) -> Iterator[Finding]:
    """What breaks the standard's own schema."""
    for error in validator.iter_errors(body):
        yield from TELLERS[str(error.validator)](_broken(error))


def _broken(error: ValidationError) -> Broken:
    pointer = "".join(map(step, error.absolute_path))
    return Broken(str(error.validator), _json(error.validator_value), _json(error.instance), pointer)


def _json(value: object) -> Json:
    return value if isinstance(value, dict | list | str | int | float) else None


def _missing(broken: Broken) -> Iterator[Finding]:
    """The library tells once for each field, without its name: here all are told, and doubles drop out."""
    there = broken.value if isinstance(broken.value, dict) else {}
    for name in map(str, broken.wanted if isinstance(broken.wanted, list) else ()):
        if name not in there:
            what = _("“%(name)s” is missing.") % {"name": name}
            mend = _("Add it: the standard needs it here.")
            yield Finding(Severity.FAULT, "missing-field", broken.pointer + step(name), what, mend)


def _of_type(broken: Broken) -> Iterator[Finding]:
    if broken.value is None:
        yield broken.told("null", _("The value is null."), _("Leave the field out where nothing is known."))
        return
    what = _("%(value)s is not of the right kind.") % {"value": shown(broken.value)}
    yield broken.told("wrong-type", what, _mend_type(str(broken.wanted), broken.value))


def _mend_type(wanted: str, value: Json) -> str:
    return {
        "number": _number_words(value),
        "string": _("Write it as a text, in quotation marks."),
        "array": _("Put it into a list, in square brackets."),
        "object": _("Write an object with named fields, in curly brackets."),
    }[wanted]


def _number_words(value: Json) -> str:
    if isinstance(value, str) and _is_number(value):
        return _("Write it as a number: take the quotation marks away.")
    return _("Write a number, or leave the field out.")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _of_choice(broken: Broken) -> Iterator[Finding]:
    choices = [str(choice) for choice in broken.wanted] if isinstance(broken.wanted, list) else []
    what = _("“%(value)s” is not one of the words of the standard.") % {"value": shown(broken.value)}
    if near := nearest(shown(broken.value), choices):
        yield broken.told("unknown-word", what, _("Write “%(word)s”.") % {"word": near})
        return
    mend = _("Write one of these: %(words)s.") % {"words": ", ".join(choices)}
    yield broken.told("unknown-word", what, mend)


def _of_format(broken: Broken) -> Iterator[Finding]:
    kind, mend = {
        "uuid": (
            "id-shape",
            _("Make a UUID like 3f7b145d-84af-42d7-8fae-eaca714b02b2 once, and keep it for ever."),
        ),
        "email": ("email-shape", _("Write one mail address, like help@example.org.")),
        "uri": ("web-address-shape", _("Write the whole web address, like https://example.org/page.")),
        "date-time": ("moment-shape", _("Write day, time and zone, like 2026-05-31T09:30:00Z.")),
    }[str(broken.wanted)]
    what = _("“%(value)s” is not in the right form.") % {"value": shown(broken.value)}
    yield broken.told(kind, what, mend)


TELLERS: dict[str, Callable[[Broken], Iterator[Finding]]] = {
    "required": _missing,
    "type": _of_type,
    "enum": _of_choice,
    "format": _of_format,
}
