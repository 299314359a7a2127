"""A service as it goes along: on paper, as plain text, in a person's own mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote, urlencode
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.directory.queries.services_on_paper import PaperService
from kith.directory.terms import ServiceStatus, is_sensitive
from kith.directory.views_of import FactGroup, OpenWeek, PhoneLine, PlaceLine
from kith.web.directory.cards import open_hours
from kith.web.directory.tongues import Tongue, tongues
from kith.web.kept.qr import qr_svg
from kith.web.known_words import in_readers_language

LONGEST_MAIL = 1900
"""Signs of a mail link, encoded: programs that open such links cut off longer ones, at about 2000."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One service on paper. `address` is its public page, `path` the same within this site."""

    id: UUID
    name: str
    organization_name: str
    what: str
    notice: str
    phones: tuple[PhoneLine, ...]
    places: tuple[tuple[str, ...], ...]
    hours: tuple[str, ...]
    cost: str
    papers: str
    languages: tuple[Tongue, ...]
    checked: str
    path: str
    address: str
    is_sensitive: bool

    @property
    def number(self) -> PhoneLine | None:
        """The first number that a telephone can dial."""
        return next((phone for phone in self.phones if phone.dial), None)

    @property
    def code(self) -> str:
        """A picture of the address, for a camera."""
        return qr_svg(self.address)

    @property
    def text(self) -> str:
        """All of it as plain lines, without the name."""
        said = (
            self.what,
            self.notice,
            *(_("Phone: %(phone)s") % {"phone": _phone(phone)} for phone in self.phones),
            *(_("Where: %(where)s") % {"where": _(", ").join(place)} for place in self.places),
            _("Open: %(hours)s") % {"hours": "; ".join(self.hours)} if self.hours else "",
            _("Cost: %(cost)s") % {"cost": self.cost} if self.cost else "",
            _("Papers: %(papers)s") % {"papers": self.papers} if self.papers else "",
            _("Languages: %(languages)s") % {"languages": _(", ").join(one.name for one in self.languages)}
            if self.languages
            else "",
            self.checked,
            self.address,
        )
        return "\n".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class Mail:
    """A link that opens the person's own mail program, and how many services its text holds."""

    href: str
    count: int
    text: str


def sheet_of(service: PaperService) -> Sheet:
    """The service as a sheet, in the language of the page."""
    line, path = service.line, reverse("service_page", args=[service.line.id])
    return Sheet(
        id=line.id,
        name=line.name,
        organization_name=line.organization_name,
        what=line.what,
        notice=" ".join(filter(None, (_status_words(line.status), service.alert))),
        phones=service.phones,
        places=tuple(filter(None, map(_where, service.places))),
        hours=(*hours_in_words(line.week), *line.week.words),
        cost=_said(in_readers_language(line.cost), service.facts, "cost"),
        papers=_said(service.papers, service.facts, "papers"),
        languages=tongues(line.languages),
        checked=_checked(service),
        path=path,
        address=settings.KITH_SITE_URL + path,
        is_sensitive=is_sensitive(line.topics),
    )


def mail_of(sheets: Sequence[Sheet]) -> Mail:
    """A mail to nobody yet, under a subject that says nothing; as many of the services as a link can hold."""
    texts = [f"{one.name}\n{one.text}" for one in sheets]
    count = next((n for n in range(len(texts), 0, -1) if len(_href(texts[:n])) <= LONGEST_MAIL), 1)
    return Mail(_href(texts[:count]) if texts else "", min(count, len(texts)), "\n\n".join(texts))


def hours_in_words(week: OpenWeek) -> tuple[str, ...]:
    """The coming days by date, those in a row with the same hours together."""
    stretches = [list(some) for _hours, some in groupby(week.days, key=lambda one: one.hours)]
    return tuple(f"{_days(some[0].day, some[-1].day)}: {open_hours(some[0])}" for some in stretches)


def _days(first: date, last: date) -> str:
    ends = dict.fromkeys((date_format(first, "D j M"), date_format(last, "D j M")))
    return " – ".join(ends)


def _href(texts: Sequence[str]) -> str:
    said = {"subject": _("Numbers to call"), "body": "\n\n".join(texts).replace("\n", "\r\n")}
    return "mailto:?" + urlencode(said, quote_via=quote)


def _phone(phone: PhoneLine) -> str:
    return " ".join(filter(None, (phone.number, phone.extension, phone.description)))


def _where(place: PlaceLine) -> tuple[str, ...]:
    return (place.name, *place.address) if place.address else ()


def _said(own: str, groups: Sequence[FactGroup], code: str) -> str:
    """The service's own words and the facts of that group, each once."""
    facts = [fact.name for group in groups if group.code == code for fact in group.facts]
    return " · ".join(
        filter(None, (own, *(one for one in facts if not own.casefold().startswith(one.casefold()))))
    )


def _status_words(status: ServiceStatus) -> str:
    if status is ServiceStatus.ACTIVE:
        return ""
    is_soon_back = status is ServiceStatus.TEMPORARILY_CLOSED
    return _("Closed for a while") if is_soon_back else _("No longer offered")


def _checked(service: PaperService) -> str:
    day = service.confirmation.confirmed_on
    if day is None:
        return _("Not yet checked by a person")
    return _("Checked on %(day)s") % {"day": date_format(day, "j F Y")}
