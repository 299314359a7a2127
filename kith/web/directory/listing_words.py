"""The fields of a listing as people read and type them: languages by name, hours by day."""

import re

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from kith.core.languages import language_choices, language_name, normal_tag
from kith.core.opening_times import DAY_CODES
from kith.core.viewer import Role
from kith.directory.closed_days import WORD, closed_days_in, looks_closed
from kith.directory.keeping.fields import Shape
from kith.directory.terms import ServiceStatus

LABELS: dict[str, Promise] = {
    "name": _("Name"),
    "alternate_name": _("Other name"),
    "description": _("What it is"),
    "alert": _("Notice on top"),
    "status": _("Is it offered now?"),
    "phones": _("Telephone"),
    "email": _("E-mail"),
    "url": _("Website"),
    "website": _("Website"),
    "schedules": _("Hours"),
    "languages": _("Languages"),
    "interpretation_services": _("Interpreters"),
    "eligibility_description": _("Who it is for"),
    "minimum_age": _("From which age"),
    "maximum_age": _("Up to which age"),
    "application_process": _("How to start"),
    "fees_description": _("Cost"),
    "papers": _("Papers"),
    "what_to_expect": _("When you go"),
}
HINTS: dict[str, Promise] = {
    "alert": _("For a short time: “Closed on Friday”."),
    "phones": _("One number a line. Then a comma, and what it is for."),
    "schedules": _(
        "One line each, like: Monday, Wednesday 09:00–17:00, or: Closed 2026-12-25. Other words stay words."
    ),
    "languages": _("One language a line."),
    "papers": _("What people have to bring, or that you do not ask for papers."),
    "what_to_expect": _("One step a line: what happens when somebody comes for the first time."),
}
STATUS_WORDS: dict[ServiceStatus, Promise] = {
    ServiceStatus.ACTIVE: _("Yes"),
    ServiceStatus.TEMPORARILY_CLOSED: _("Closed for a while"),
    ServiceStatus.INACTIVE: _("Not now"),
    ServiceStatus.DEFUNCT: _("Never again"),
}
ROLE_WORDS: dict[str, Promise] = {
    Role.COORDINATOR.value: _("the coordinator"),
    Role.CURATOR.value: _("the curator"),
    Role.ADMIN.value: _("the administrator"),
}
_HOURS = re.compile(r"(.+?)\s*:?\s+(\d{1,2}):(\d\d)\s*[-–—]\s*(\d{1,2}):(\d\d)")


def shown(shape: Shape, text: str) -> str:
    """The field's text as it is read."""
    if shape is Shape.LANGUAGES:
        return "\n".join(map(_language_shown, text.splitlines()))
    if shape is Shape.HOURS:
        return "\n".join(map(_hours_shown, text.splitlines()))
    return text


def read(shape: Shape, typed: str, before: str) -> str:
    """What was typed, as the field keeps it; a line that stood there `before` is the same as it was."""
    known = {shown(shape, line): line for line in before.splitlines()}
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if shape is Shape.LANGUAGES:
        names = _codes_by_name()
        return "\n".join(known.get(line) or names.get(line.casefold(), line) for line in lines)
    if shape is Shape.HOURS:
        days = _codes_by_day()
        return "\n".join(known.get(line) or _hours_read(line, days) for line in lines)
    return typed


def said(shape: Shape, text: str) -> str:
    """The field's text in a list of changes."""
    if shape is Shape.STATUS and text in set(ServiceStatus):
        return str(STATUS_WORDS[ServiceStatus(text)])
    return shown(shape, text)


def _language_shown(line: str) -> str:
    try:
        return language_name(normal_tag(line), shown_in=get_language() or "en")
    except ValueError:
        return line


def _codes_by_name() -> dict[str, str]:
    """Names of common languages in the reader's language, in English, and their codes."""
    tongues = ("en", get_language() or "en")
    return {name.casefold(): code for tongue in tongues for code, name in language_choices(shown_in=tongue)}


def _hours_shown(line: str) -> str:
    days, _gap, hours = line.partition(" ")
    if closed_days_in(line):
        return f"{gettext('Closed')} {hours}"
    codes = days.split(",")
    if not hours or not set(codes) <= set(DAY_CODES):
        return line
    names = ", ".join(str(WEEKDAYS[DAY_CODES.index(code)]) for code in codes)
    return f"{names} {hours.replace('-', '–')}"


def _hours_read(line: str, days: dict[str, str]) -> str:
    word, _gap, rest = line.partition(" ")
    if word == gettext("Closed") and looks_closed(f"{WORD} {rest}"):
        return f"{WORD} {rest}"
    found = _HOURS.fullmatch(line)
    if not found:
        return line
    names = [part.strip().casefold() for part in re.split("[,،]", found.group(1))]
    if not all(name in days for name in names):
        return line
    opens, closes = (f"{int(found.group(at)):02}:{found.group(at + 1)}" for at in (2, 4))
    return f"{','.join(days[name] for name in names)} {opens}-{closes}"


def _codes_by_day() -> dict[str, str]:
    """Names of days, long and short, in the reader's language and in English."""
    found = {code.casefold(): code for code in DAY_CODES}
    for tongue in ("en", get_language() or "en"):
        with override(tongue):
            for at, code in enumerate(DAY_CODES):
                found[str(WEEKDAYS[at]).casefold()] = found[str(WEEKDAYS_ABBR[at]).casefold()] = code
    return found
