"""Numbers that `kith setup` suggests: danger, talking, texting, a home that is not safe.

The person setting up checks them.
Source: each service's own site. Talking and texting: samaritans.org, 988lifeline.org, 988.ca,
lifeline.org.au, 1737.org.nz, 3114.fr, telefonseelsorge.de, 113.nl, telemanas.mohfw.gov.in,
giveusashout.org, textaboutit.ie. Not safe at home: thehotline.org, nationaldahelpline.org.uk,
womensaid.ie, 1800respect.org.au, womensrefuge.org.nz, hilfetelefon.de, solidaritefemmes.org,
veiligthuis.nl. Empty: no one line for the whole country is known to Kith.
The words are in the reader's language where `kith.web.known_words` knows them.
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
    text_line: str
    text_line_words: str
    safety_line: str
    safety_line_words: str
    jurisdiction: str
    timezone: str


_FREE = "Free, day and night"
_BOTH = "Call or text, free, day and night"
_SAMARITANS = "Samaritans. Free, day and night"
_LIFELINE = "Lifeline. Day and night"
_SHOUT = "Text the word SHOUT. Free, day and night"
_HELLO = "Text the word HELLO. Free, day and night"

COUNTRIES: dict[str, Country] = {
    "AU": Country(
        *("000", "13 11 14", _LIFELINE, "0477 13 11 14", _LIFELINE, "1800 737 732", _FREE),
        *("AU", "Australia/Sydney"),
    ),
    "CA": Country("911", "988", _BOTH, "988", _FREE, "", "", "CA", "America/Toronto"),
    "DE": Country("112", "0800 111 0 111", _FREE, "", "", "116 016", _FREE, "DE", "Europe/Berlin"),
    "FR": Country("112", "3114", _FREE, "", "", "3919", _FREE, "FR", "Europe/Paris"),
    "GB": Country(
        *("999", "116 123", _SAMARITANS, "85258", _SHOUT, "0808 2000 247", _FREE),
        *("GB-ENG", "Europe/London"),
    ),
    "IE": Country(
        *("112", "116 123", _SAMARITANS, "50808", _HELLO, "1800 341 900", _FREE),
        *("IE", "Europe/Dublin"),
    ),
    "IN": Country("112", "14416", _FREE, "", "", "181", _FREE, "IN", "Asia/Kolkata"),
    "NL": Country("112", "113", _FREE, "", "", "0800 2000", _FREE, "NL", "Europe/Amsterdam"),
    "NZ": Country(
        *("111", "1737", _BOTH, "1737", _FREE, "0800 733 843", _FREE),
        *("NZ", "Pacific/Auckland"),
    ),
    "US": Country(
        *("911", "988", _BOTH, "988", _FREE, "1 800 799 7233", _FREE),
        *("US", "America/New_York"),
    ),
}
UNKNOWN = Country("", "", "", "", "", "", "", "", "UTC")


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
