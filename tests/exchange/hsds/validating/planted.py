"""Faults of different kinds, each planted into the one service in which nothing is wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.exchange.hsds.validating.sound import Body, drop, id_of, put, rename

Plant = Callable[[Body], Body]
THERE = "/service_at_locations/0/location"


@dataclass(frozen=True)
class Planted:
    """What is planted, where it must be found, as what, and words of the way to mend it."""

    name: str
    plant: Plant
    pointer: str
    kind: str
    mend: str
    schema_sees_it: bool = False


def setting(name: str, pointer: str, value: object, kind: str, mend: str, *, seen: bool = False) -> Planted:
    return Planted(name, lambda body: put(body, pointer, value), pointer, kind, mend, seen)


PLANTED = [
    # The standard's own schema sees these.
    Planted("no name", lambda body: drop(body, "/name"), "/name", "missing-field", "Add it", True),
    setting("null", "/description", None, "null", "Leave the field out", seen=True),
    setting("a number as text", "/minimum_age", "16", "wrong-type", "quotation marks away", seen=True),
    setting("a text as number", "/phones/0/number", 960123, "wrong-type", "as a text", seen=True),
    setting("an object for a list", "/phones", {"number": "1"}, "wrong-type", "into a list", seen=True),
    setting("a text for an object", "/organization", "Lantern", "wrong-type", "curly brackets", seen=True),
    setting("a status with a capital", "/status", "Active", "unknown-word", "“active”", seen=True),
    setting("a status nobody knows", "/status", "paused", "unknown-word", "temporarily closed", seen=True),
    setting("daily hours", "/schedules/0/freq", "DAILY", "unknown-word", "WEEKLY", seen=True),
    setting("an id that is no UUID", "/phones/0/id", "phone-1", "id-shape", "UUID like", seen=True),
    setting("mail without @", "/email", "talks.lantern.example", "email-shape", "help@", seen=True),
    setting(
        "an address without scheme", "/url", "lantern.example", "web-address-shape", "https://", seen=True
    ),
    setting("a moment without time", "/last_modified", "2026-05-02", "moment-shape", "T09:30", seen=True),
    # Only the strict rules see these.
    Planted(
        "a misspelt field",
        lambda body: rename(body, "/description", "descripton"),
        "/descripton",
        "misspelt-field",
        "Did you mean “description”?",
    ),
    Planted(
        "a field of an old version",
        lambda body: rename(body, f"{THERE}/addresses", "physical_addresses"),
        f"{THERE}/physical_addresses",
        "misspelt-field",
        "“addresses”",
    ),
    setting("a field nobody knows", "/shoe_size", 9, "extra-field", "“attributes”"),
    setting("a mail address without domain", "/assurer_email", "desk@northgate", "email-shape", "help@"),
    setting(
        "a web address of another kind",
        "/organization/website",
        "ftp://x.example",
        "web-address-shape",
        "https",
    ),
    setting("latitude off the globe", f"{THERE}/latitude", 999, "latitude-range", "between -90 and 90"),
    setting("longitude off the globe", f"{THERE}/longitude", -181, "longitude-range", "-180 and 180"),
    setting("latitude and longitude swapped", f"{THERE}/latitude", 139.7, "latitude-range", "Swap"),
    Planted(
        "half a point",
        lambda body: drop(body, f"{THERE}/longitude"),
        f"{THERE}/longitude",
        "half-point",
        "both latitude and longitude",
    ),
    Planted(
        "the zero point",
        lambda body: put(put(body, f"{THERE}/latitude", 0), f"{THERE}/longitude", 0),
        f"{THERE}/latitude",
        "stand-in-point",
        "leave latitude and longitude out",
    ),
    setting("an age below nothing", "/minimum_age", -1, "age-range", "between 0 and 130"),
    setting("ages crossed", "/minimum_age", 100, "ages-crossed", "Swap"),
    setting("an amount below nothing", "/cost_options/0/amount", -5, "amount-range", "0 for free"),
    setting("no such money", "/cost_options/0/currency", "QQQ", "currency-code", "GBP or USD"),
    setting("fewer than no seats", "/capacities/0/available", -1, "capacity-range", "Write 0"),
    setting("a year of the far future", "/organization/year_incorporated", 20260, "year-range", "like 1987"),
    setting(
        "a day that is not in the calendar", "/assured_date", "2026-02-30", "day-shape", "like 2026-05-31"
    ),
    setting("a day with slashes", "/schedules/0/valid_from", "2026/5/3", "day-shape", "“2026-05-03”"),
    Planted(
        "a price that ends before it begins",
        lambda body: put(body, "/cost_options/0/valid_to", "2025-01-01"),
        "/cost_options/0/valid_from",
        "days-crossed",
        "Swap",
    ),
    setting("a time as people say it", "/schedules/0/opens_at", "9am", "clock-shape", "09:00Z"),
    setting(
        "closing before opening",
        "/schedules/0/closes_at",
        "05:30+01:00",
        "closes-before-it-opens",
        "mixed up",
    ),
    setting("a zone by name", "/schedules/0/timezone", 25, "timezone-range", "between -12 and 14"),
    setting("days in words", "/schedules/0/byday", "Mon, Wed", "byday-shape", "MO,TU"),
    setting("the second Monday of a week", "/schedules/0/byday", "2MO", "byday-shape", "MONTHLY"),
    setting("the 32nd of the month", "/schedules/0/bymonthday", "32", "bymonthday-range", "1 to 31"),
    setting("every half week", "/schedules/0/interval", 0.5, "interval-range", "whole number from 1"),
    setting("no times at all", "/schedules/0/count", 0, "count-range", "whole number from 1"),
    Planted(
        "days without how often",
        lambda body: drop(body, "/schedules/0/freq"),
        "/schedules/0/freq",
        "freq-missing",
        "WEEKLY or MONTHLY",
    ),
    Planted(
        "every second week from when",
        lambda body: drop(body, "/schedules/0/dtstart"),
        "/schedules/0/dtstart",
        "dtstart-missing",
        "the first day",
    ),
    setting("a language by name", "/languages/0/code", "Somali", "language-code", "“so”"),
    setting("a country of three letters", f"{THERE}/addresses/0/country", "GBR", "country-code", "“GB”"),
    setting(
        "a phone without digits", "/phones/0/number", "ask at the desk", "phone-without-number", "dialled"
    ),
    setting("an empty name", "/name", "  ", "empty-text", "Fill it in"),
    setting(
        "another organisation than nested", "/organization_id", id_of("other"), "against-nesting", "same id"
    ),
    setting(
        "hours of another service", "/schedules/0/service_id", id_of("other"), "against-nesting", "around it"
    ),
    setting(
        "a tag of another thing", "/attributes/0/link_id", id_of("other"), "against-nesting", "around it"
    ),
    setting("a tag of another kind", "/attributes/0/link_entity", "location", "against-nesting", "“service”"),
    setting(
        "a term that is its own parent",
        "/attributes/0/taxonomy_term/parent_id",
        id_of("term"),
        "own-parent",
        "at the top",
    ),
    Planted(
        "no organisation",
        lambda body: drop(drop(body, "/organization"), "/organization_id"),
        "/organization_id",
        "missing-field",
        "Nest “organization”",
    ),
    Planted(
        "a place that is only named",
        lambda body: put(drop(body, THERE), "/service_at_locations/0/location_id", id_of("elsewhere")),
        "/service_at_locations/0/location_id",
        "points-nowhere",
        "Nest “location”",
    ),
    setting(
        "one id for two things",
        "/contacts/0/phones/0/number",
        "+44 1632 960999",
        "same-id-differs",
        "two ids",
    ),
    setting("a day that has not come", "/assured_date", "2031-01-01", "day-to-come", "on which it happened"),
]

WARNED = [
    setting("a currency in small letters", "/cost_options/0/currency", "gbp", "currency-code", "“GBP”"),
    setting("a country in small letters", f"{THERE}/addresses/0/country", "gb", "country-code", "“GB”"),
    setting("a language with its region", "/languages/0/code", "EN", "language-code", "“en”"),
    setting("a rare language", "/languages/0/code", "qzz", "language-code", "like en"),
    setting("HTML", "/description", "Talks<br>in a group", "html", "plain text"),
    setting("broken letters", "/description", "CafÃ© talks", "broken-letters", "UTF-8"),
    setting("an empty text", "/fees_description", "", "empty-text", "Leave the field out"),
    setting("more left than there are", "/capacities/0/available", 13, "capacity-over", "one of the two"),
    setting("a kind of phone nobody has", "/phones/0/type", "landline", "phone-type", "voice"),
    Planted(
        "both ends",
        lambda body: put(put(body, "/schedules/0/count", 3), "/schedules/0/until", "2026-08-01"),
        "/schedules/0/count",
        "two-ends",
        "RFC 5545",
    ),
    setting("a part without meaning", "/schedules/0/byyearday", "3", "part-not-read", "Take it out"),
    Planted(
        "zones that differ",
        lambda body: put(body, "/schedules/0/timezone", 2),
        "/schedules/0/opens_at",
        "zones-differ",
        "same offset",
    ),
    setting("a point nobody looked up", f"{THERE}/latitude", 40.713047, "stand-in-point", "real point"),
    setting("a log of another kind", "/metadata/0/resource_type", "location", "against-nesting", "“service”"),
    setting(
        "a language without a word", "/languages/0", {"id": id_of("language")}, "says-nothing", "leave it out"
    ),
    setting(
        "a field of the UK profile",
        "/service_areas/0/service_area",
        "Northgate",
        "profile-field",
        "UK profile",
    ),
    Planted(
        "a virtual place",
        lambda body: put(body, f"{THERE}/location_type", "virtual"),
        f"{THERE}/url",
        "tells-too-little",
        "“url”",
    ),
    Planted(
        "hours with one end",
        lambda body: drop(body, "/schedules/0/closes_at"),
        "/schedules/0/closes_at",
        "half-hours",
        "both times",
    ),
    Planted(
        "a time without its zone",
        lambda body: put(drop(body, "/schedules/0/timezone"), "/schedules/0/opens_at", "09:00"),
        "/schedules/0/opens_at",
        "clock-without-zone",
        "fill in “timezone”",
    ),
    Planted(
        "from midnight to midnight",
        lambda body: put(
            put(body, "/schedules/0/opens_at", "00:00+01:00"), "/schedules/0/closes_at", "00:00+01:00"
        ),
        "/schedules/0/closes_at",
        "open-all-day",
        "all day",
    ),
    setting("a zone between quarters", "/schedules/0/timezone", 1.1, "timezone-range", "quarters"),
    setting(
        "a place without a way",
        THERE,
        {"id": id_of("x"), "location_type": "physical"},
        "tells-too-little",
        "point",
    ),
    setting(
        "a tag without a word", "/attributes/0", {"id": id_of("y")}, "tells-too-little", "leave the tag out"
    ),
    setting(
        "a term from nowhere",
        "/attributes/0/taxonomy_term",
        {"id": id_of("term"), "name": "Talking", "description": "Talking."},
        "tells-too-little",
        "Add “taxonomy”",
    ),
    Planted(
        "money without a currency",
        lambda body: drop(body, "/cost_options/0/currency"),
        "/cost_options/0/currency",
        "currency-missing",
        "GBP or USD",
    ),
    Planted(
        "a virtual place on the map",
        lambda body: put(body, f"{THERE}/location_type", "virtual"),
        f"{THERE}/latitude",
        "virtual-point",
        "Leave the point out",
    ),
]

NOTED = [
    setting("a field out of use", "/fees", "2 pounds", "deprecated-field", "“cost_options”"),
    setting("seconds", "/schedules/0/opens_at", "09:00:00+01:00", "clock-seconds", "hours and minutes"),
    setting("an old assurance", "/assured_date", "2025-01-01", "stale", "Ask the service"),
    Planted(
        "a night",
        lambda body: put(
            put(body, "/schedules/0/opens_at", "20:00+01:00"), "/schedules/0/closes_at", "08:00+01:00"
        ),
        "/schedules/0/closes_at",
        "overnight",
        "Nothing to do",
    ),
    setting("open till midnight", "/schedules/0/closes_at", "00:00+01:00", "overnight", "Nothing to do"),
]
