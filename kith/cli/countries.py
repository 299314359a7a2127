"""Emergency numbers and talk lines that `kith setup` suggests; the person setting up checks them.

Source: each service's own site (samaritans.org, 988lifeline.org, 988.ca, lifeline.org.au, 1737.org.nz,
3114.fr, telefonseelsorge.de, 113.nl, telemanas.mohfw.gov.in).
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """What is suggested for one country; its zone is the one where most of its people live."""

    emergency_number: str
    talk_line: str
    talk_line_words: str
    jurisdiction: str
    timezone: str


_CALL_OR_TEXT = "Call or text {0} to talk to someone, day and night."
_CALL = "Call {0} to talk to someone, day and night."
_SAMARITANS = "Samaritans: talk to someone, day and night. It is free."
_LIFELINE = "Lifeline: talk to someone, day and night."
_SEELSORGE = "TelefonSeelsorge: talk to someone, day and night. It is free."

COUNTRIES: dict[str, Country] = {
    "AU": Country("000", "13 11 14", _LIFELINE, "AU", "Australia/Sydney"),
    "CA": Country("911", "988", _CALL_OR_TEXT.format("988"), "CA", "America/Toronto"),
    "DE": Country("112", "0800 111 0 111", _SEELSORGE, "DE", "Europe/Berlin"),
    "FR": Country("112", "3114", _CALL.format("3114"), "FR", "Europe/Paris"),
    "GB": Country("999", "116 123", _SAMARITANS, "GB-ENG", "Europe/London"),
    "IE": Country("112", "116 123", _SAMARITANS, "IE", "Europe/Dublin"),
    "IN": Country("112", "14416", _CALL.format("14416"), "IN", "Asia/Kolkata"),
    "NL": Country("112", "113", _CALL.format("113"), "NL", "Europe/Amsterdam"),
    "NZ": Country("111", "1737", _CALL_OR_TEXT.format("1737"), "NZ", "Pacific/Auckland"),
    "US": Country("911", "988", _CALL_OR_TEXT.format("988"), "US", "America/New_York"),
}
UNKNOWN = Country("", "", "", "", "UTC")


def suggested(code: str) -> Country:
    """What to suggest for a country; nothing where Kith does not know it."""
    return COUNTRIES.get(code.upper(), UNKNOWN)


def is_country(code: str) -> bool:
    """True for the two capital letters of a country in ISO 3166, as the time zone database lists them."""
    return code in _codes()


@cache
def _codes() -> frozenset[str]:
    table = resources.files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line and not line.startswith("#"))
