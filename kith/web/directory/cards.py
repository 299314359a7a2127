"""Read models of the directory as words and tags, ready for a template."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.core import clock
from kith.directory.terms import PlacesBand, ServiceStatus, SignalTier
from kith.directory.views_of import DayHours, Hours, OpenWeek, PhoneLine, ServiceLine
from kith.web.directory.tongues import Tongue, tongues
from kith.web.directory.words import BAND_LOOKS, BAND_WORDS
from kith.web.frame import PageOf, address_of, page_of
from kith.web.known_words import in_readers_language

LONGEST_TAG = 24
BY_PHONE, IS_FREE = "setting-phone", "cost-free"


@dataclass(frozen=True, slots=True)
class Tag:
    """A fact in a few words; `look` is ok, warn, bad, info or empty, and never the only sign."""

    words: str
    look: str


@dataclass(frozen=True, slots=True)
class ResultCard:
    """One service in a list of results.

    `contact_url` is empty where asking makes no sense. `is_call_first`: one reaches it by telephone only.
    """

    url: str
    name: str
    organization_name: str
    organization_url: str
    what: str
    tags: tuple[Tag, ...]
    languages: tuple[Tongue, ...]
    checked: str
    contact_url: str
    phone: PhoneLine | None
    is_call_first: bool
    is_shut: bool


@dataclass(frozen=True, slots=True)
class CardPages:
    """Where a card leads, by id: worked out once for a whole list."""

    service: PageOf
    organization: PageOf
    contact: PageOf


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the week's hours, in words."""

    day: str
    hours: str
    is_today: bool


def result_cards(lines: Iterable[ServiceLine]) -> list[ResultCard]:
    """Lines of a list as cards, in their order."""
    pages = CardPages(page_of("service_page"), page_of("organization_page"), page_of("request_contact"))
    return [_result_card(line, pages) for line in lines]


def _result_card(line: ServiceLine, pages: CardPages) -> ResultCard:
    return ResultCard(
        url=pages.service(line.id),
        name=line.name,
        organization_name=line.organization_name,
        organization_url=pages.organization(line.organization_id),
        what=line.what,
        tags=tags_of(line),
        languages=tongues(line.languages),
        checked=checked_words(line.confirmed_on),
        contact_url="" if is_shut(line) else pages.contact(line.id),
        phone=line.phone,
        is_call_first=line.phone is not None and BY_PHONE in line.facts and not line.points,
        is_shut=is_shut(line),
    )


def tags_of(line: ServiceLine) -> tuple[Tag, ...]:
    """What matters first: places, wait, distance, opening, cost, partnership."""
    tags = (
        *_place_tags(line),
        _wait_tag(line),
        Tag(_("%(km).1f km") % {"km": line.distance_km}, "") if line.distance_km is not None else None,
        open_tag(line.week),
        _cost_tag(line),
        Tag(_("Partner"), "info") if line.tier != SignalTier.LISTED else None,
    )
    return tuple(tag for tag in tags if tag is not None)


def _place_tags(line: ServiceLine) -> tuple[Tag, ...]:
    if line.status == ServiceStatus.TEMPORARILY_CLOSED:
        return (Tag(_("Closed for a while"), "bad"),)
    if line.status != ServiceStatus.ACTIVE:
        return (Tag(_("No longer offered"), "bad"),)
    if line.places_band == PlacesBand.NOT_KNOWN:
        return ()
    return (Tag(str(BAND_WORDS[line.places_band]), BAND_LOOKS[line.places_band]),)


def _wait_tag(line: ServiceLine) -> Tag | None:
    return None if line.expected_wait_days is None else Tag(wait_words(line), "")


def wait_words(line: ServiceLine) -> str:
    """How long one waits there; empty where it is not known."""
    days = line.expected_wait_days
    if days is None:
        return ""
    return ngettext("about %(days)s day wait", "about %(days)s days wait", days) % {"days": days}


def _cost_tag(line: ServiceLine) -> Tag | None:
    if line.cost and len(line.cost) <= LONGEST_TAG:
        return Tag(in_readers_language(line.cost), "")
    return Tag(_("Free"), "") if IS_FREE in line.facts else None


def open_tag(week: OpenWeek) -> Tag | None:
    """Open or closed now; None where it is not known."""
    if week.is_open_now is None:
        return None
    if not week.is_open_now:
        return Tag(_("Closed now"), "")
    if week.closes_at is None:
        return Tag(_("Open now"), "ok")
    return Tag(_("Open until %(time)s") % {"time": hour(week.closes_at)}, "ok")


def day_rows(week: OpenWeek) -> tuple[DayRow, ...]:
    """The coming week's hours in words, today first."""
    return tuple(map(_day_row, week.days))


def _day_row(one: DayHours) -> DayRow:
    name = date_format(one.day, "D j")
    return DayRow(
        day=_("Today, %(day)s") % {"day": name} if one.is_today else name,
        hours=open_hours(one),
        is_today=one.is_today,
    )


def open_hours(one: DayHours) -> str:
    """When it is open on that day."""
    return _(", ").join(map(_span_words, one.hours)) or _("Closed")


def _span_words(span: Hours) -> str:
    words = f"{hour(span.opens)} – {hour(span.closes)}"
    return _("%(hours)s the next day") % {"hours": words} if span.is_overnight else words


def checked_words(confirmed_on: date | None) -> str:
    """How long ago a person confirmed the listing."""
    if confirmed_on is None:
        return _("Not yet checked by a person")
    days = max(0, (clock.now().date() - confirmed_on).days)
    if days == 0:
        return _("Checked today")
    return ngettext("Checked %(days)s day ago", "Checked %(days)s days ago", days) % {"days": days}


def contact_url(line: ServiceLine) -> str:
    """Where one can ask to be contacted; empty while the service takes nobody."""
    return "" if is_shut(line) else address_of("request_contact", line.id)


def is_shut(line: ServiceLine) -> bool:
    """True while it takes nobody: closed for a while, no longer offered, or full."""
    return line.status != ServiceStatus.ACTIVE or line.places_band == PlacesBand.FULL


def hour(at: time) -> str:
    """A time of day, as the reader's language writes it."""
    return time_format(at, "TIME_FORMAT")
