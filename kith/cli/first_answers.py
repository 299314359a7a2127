"""What a site needs to begin: each question, and what its answer must be. Nothing is written here."""

from dataclasses import dataclass
from functools import partial
from zoneinfo import available_timezones

from django.conf import settings

from kith.accounts.queries.user_with_email import user_with_email
from kith.accounts.sign_in_rules import check_password, clean_email
from kith.cli.asking import Asking, Question
from kith.cli.command import SYSTEM
from kith.cli.countries import is_country, suggested
from kith.consent.house_rules import COUNTRY_OR_PART
from kith.core.errors import BadInput
from kith.core.queries.site_profile import SiteProfilePage


@dataclass(frozen=True, slots=True)
class NewHost:
    """The organisation that will host the site."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class NewAdmin:
    """Who will look after it. Without a password they sign in after recovery."""

    email: str
    name: str
    password: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """Name, crisis lines, law and clock."""

    name: str
    country: str
    emergency_number: str
    talk_line: str
    talk_line_words: str
    jurisdiction: str
    timezone: str


@dataclass(frozen=True, slots=True)
class MoreLines:
    """Where to write, and whom to call when home is not safe. Empty: there is no such line."""

    text_line: str
    text_line_words: str
    safety_line: str
    safety_line_words: str


def ask_host(asking: Asking) -> NewHost:
    """The name of the host, and one sentence about it that its listing shows."""
    needed = partial(_needed, reason="Please write the name of the organisation.", most=255)
    words = partial(_needed, reason="Please write one sentence; its listing shows it.", most=2000)
    return NewHost(
        asking.text(Question("organization", "Which organisation hosts this site", needed), ""),
        asking.text(Question("organization_words", "One sentence: what does it do", words), ""),
    )


def ask_admin(asking: Asking, *, is_needed: bool) -> NewAdmin | None:
    """The first admin; None where one is there already and no other is wanted."""
    check, words = (_email, "E-mail of the first admin") if is_needed else (_email_or_none, MORE)
    email = asking.text(Question("admin_email", words, check), "")
    if not email:
        return None
    name = asking.text(Question("admin_name", "Their name", _admin_name), email.partition("@")[0])
    password = asking.password(lambda typed: check_password(typed, email=email, display_name=name))
    return NewAdmin(email, name, password)


def ask_lines(asking: Asking, before: SiteProfilePage) -> Lines:
    """The rest; suggested is what the site says already, else what is usual in the country."""
    name = asking.text(Question("site_name", "Name of the site", _site_name), before.name)
    country = asking.text(Question("country", "Country, two letters", _country), before.country)
    known = suggested(country)
    return Lines(
        name=name,
        country=country,
        emergency_number=asking.text(EMERGENCY, before.emergency_number or known.emergency_number),
        talk_line=asking.text(TALK_LINE, before.talk_line or known.talk_line),
        talk_line_words=asking.text(TALK_LINE_WORDS, before.talk_line_words or known.talk_line_words),
        jurisdiction=asking.text(LAW, before.jurisdiction or known.jurisdiction or country),
        timezone=asking.text(ZONE, _zone(before, known.timezone)),
    )


def ask_more_lines(asking: Asking, before: SiteProfilePage, country: str) -> MoreLines:
    """Lines beside the two that every page shows; a set-up site keeps what it says, also that it has none."""
    known = suggested(country) if before.host_organization_id is None else before
    return MoreLines(
        text_line=asking.text(TEXT_LINE, known.text_line),
        text_line_words=asking.text(TEXT_LINE_WORDS, known.text_line_words),
        safety_line=asking.text(SAFETY_LINE, known.safety_line),
        safety_line_words=asking.text(SAFETY_LINE_WORDS, known.safety_line_words),
    )


def _zone(before: SiteProfilePage, known: str) -> str:
    """A set-up site keeps its zone; before that KITH_TIME_ZONE, then what is usual in the country."""
    if before.host_organization_id is not None or settings.TIME_ZONE != "UTC":
        return before.timezone
    return known


def _needed(answer: str, *, reason: str, most: int) -> str:
    if not answer:
        raise BadInput(reason)
    return _short(answer, most=most)


def _short(answer: str, *, most: int) -> str:
    if len(answer) > most:
        raise BadInput(f"Please write at most {most} characters.")
    return answer


def _email(answer: str) -> str:
    if not answer:
        raise BadInput("A new site needs an admin. Please write an e-mail address.")
    address = clean_email(answer)
    if user_with_email(SYSTEM, email=address) is not None:
        raise BadInput("Somebody already signs in with this e-mail address.")
    return address


def _email_or_none(answer: str) -> str:
    return _email(answer) if answer else ""


def _country(answer: str) -> str:
    code = answer.upper()
    if not is_country(code):
        raise BadInput("Please write the two letters of your country in ISO 3166, such as GB, US or DE.")
    return code


def _law(answer: str) -> str:
    code = answer.upper()
    if not COUNTRY_OR_PART.fullmatch(code) or not is_country(code[:2]):
        raise BadInput("Please write the ISO 3166 code of a country or a part of it, such as US or GB-ENG.")
    return code


def _time_zone(answer: str) -> str:
    if answer not in available_timezones():
        raise BadInput("Please write a time zone such as Europe/London.")
    return answer


MORE = "E-mail of one more admin (empty: add none)"
_site_name = partial(_needed, reason="Please give the site a name.", most=120)
_admin_name = partial(_needed, reason="Please write their name.", most=120)
EMERGENCY = Question(
    "emergency_number",
    "Number to call when someone is in danger (please check)",
    partial(_needed, reason="Please write the number to call when someone is in danger.", most=30),
)
TALK_LINE = Question(
    "talk_line",
    "Number to talk to someone (please check)",
    partial(_needed, reason="Please write the number of a line to talk to someone.", most=60),
)
TALK_LINE_WORDS = Question("talk_line_words", "One sentence about that line", partial(_short, most=300))
TEXT_LINE = Question("text_line", "Number to send a text to (empty: none)", partial(_short, most=60))
TEXT_LINE_WORDS = Question("text_line_words", "One sentence about that number", partial(_short, most=300))
SAFETY_LINE = Question(
    "safety_line", "Number for people who are hurt at home (empty: none)", partial(_short, most=60)
)
SAFETY_LINE_WORDS = Question("safety_line_words", "One sentence about that line", partial(_short, most=300))
LAW = Question("jurisdiction", "Which law holds here (ISO 3166, such as GB-ENG)", _law)
ZONE = Question("time_zone", "Time zone", _time_zone)
