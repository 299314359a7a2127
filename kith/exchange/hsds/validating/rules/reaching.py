"""How to reach: telephones, mail, web, countries and languages."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from kith.directory.phone_numbers import dialled
from kith.exchange.hsds.standard.fields import Shape
from kith.exchange.hsds.validating import codes
from kith.exchange.hsds.validating.answers import texts_of
from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

MAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]{2,}")
LINKS = ("url", "website", "schedule_link", "logo")
"""Fields that a person follows: the web only. Other addresses may have any scheme."""
PHONE_TYPES = frozenset({"text", "voice", "fax", "cell", "video", "pager", "textphone"})
LONGEST_NAME = 253


def phone_numbers(place: Place) -> Iterator[Finding]:
    """Telephones that nobody can dial."""
    number, kind = place.text("number"), place.text("type")
    if number and not dialled(number):
        what = _("No telephone number stands in “%(value)s”.") % {"value": shown(number)}
        yield place.fault("phone-without-number", "number", what, _("Write one number that can be dialled."))
    if kind and kind not in PHONE_TYPES:
        what = _("“%(value)s” is not a kind of telephone (RFC 6350).") % {"value": shown(kind)}
        mend = _("Write one of these: %(words)s.") % {"words": ", ".join(sorted(PHONE_TYPES))}
        yield place.warning("phone-type", "type", what, mend)


def mail_addresses(place: Place) -> Iterator[Finding]:
    """Mail addresses that the standard's format lets pass and no server takes."""
    for field in texts_of(place.of.name):
        value = place.text(field.name)
        if field.shape is Shape.EMAIL and value and not MAIL.fullmatch(value):
            what = _("“%(value)s” is not in the right form.") % {"value": shown(value)}
            mend = _("Write one mail address, like help@example.org.")
            yield place.fault("email-shape", field.name, what, mend)


def web_addresses(place: Place) -> Iterator[Finding]:
    """Links that a browser cannot follow."""
    for name in LINKS:
        value = place.text(name)
        if value and not is_web_address(value):
            what = _("“%(value)s” is not in the right form.") % {"value": shown(value)}
            mend = _("Write the whole web address, like https://example.org/page.")
            yield place.fault("web-address-shape", name, what, mend)


def is_web_address(value: str) -> bool:
    """True for an address of the web that others can reach: its host is a whole name."""
    return "." in host_of(value).strip(".")


def host_of(value: str) -> str:
    """The host in an address of the web; empty if it is none."""
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return ""
    is_of_the_web = parts.scheme in {"http", "https"} and not re.search(r"\s", value)
    return host if is_of_the_web and len(host) <= LONGEST_NAME else ""


def country_codes(place: Place) -> Iterator[Finding]:
    """Countries that are not written as ISO 3166-1 alpha-2."""
    value = place.text("country")
    if not value or value in codes.countries():
        return
    meant = codes.country_meant(value)
    what = _("“%(value)s” is not a country code of two letters (ISO 3166).") % {"value": shown(value)}
    mend = _("Write “%(word)s”.") % {"word": meant} if meant else _("Write a code like GB or US.")
    say = place.warning if meant == value.upper() else place.fault
    yield say("country-code", "country", what, mend)


def language_codes(place: Place) -> Iterator[Finding]:
    """Languages that are not written as ISO 639."""
    name = "code" if place.of.name == "language" else "language"
    value = place.text(name)
    if not value or value in codes.languages():
        return
    meant = codes.language_meant(value)
    what = _("“%(value)s” is not a language code we know (ISO 639).") % {"value": shown(value)}
    mend = _("Write “%(word)s”.") % {"word": meant} if meant else _("Write a code like en, ar or prs.")
    is_perhaps_right = value.lower() == meant or re.fullmatch("[a-z]{3}", value)
    say = place.warning if is_perhaps_right else place.fault
    yield say("language-code", name, what, mend)
