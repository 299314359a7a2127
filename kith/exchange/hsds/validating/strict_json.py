"""JSON, read so that nothing is lost in silence: fields that stand twice are told."""

import json
from dataclasses import dataclass
from typing import NoReturn

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.validating.finding import Finding, Severity, shown

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value, and what was lost while it was read."""

    value: Json
    findings: tuple[Finding, ...]


def parsed_strictly(text: bytes) -> Parsed:
    """The JSON value. Raises RecordNotTaken, with the place, for what is not UTF-8 or not JSON."""
    twice: list[str] = []

    def once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        body = dict(pairs)
        if len(body) < len(pairs) and len(twice) < MOST_TOLD:
            names = [name for name, _value in pairs]
            twice.extend(sorted({name for name in names if names.count(name) > 1})[:MOST_TOLD])
        return body

    try:
        words = text.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
        value: Json = json.loads(words, object_pairs_hook=once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise RecordNotTaken(_("This is not UTF-8 text.")) from None
    except RecursionError:
        raise RecordNotTaken(_("The record is nested too deeply.")) from None
    except ValueError as error:
        where = f" ({error})" if isinstance(error, json.JSONDecodeError) else ""
        raise RecordNotTaken(_("This is not JSON.") + where) from None
    return Parsed(value, tuple(map(_twice, twice)))


def _twice(name: str) -> Finding:
    what = _("The field “%(name)s” stands twice in one object.") % {"name": shown(name)}
    mend = _("Keep one of the two: most programs read the last and drop the other.")
    return Finding(Severity.FAULT, "field-twice", "", what, mend)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
