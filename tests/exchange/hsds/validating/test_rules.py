"""Parts of the rules that are worth a table of their own."""

import pytest
from django.utils import translation

from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.validating import codes
from kith.exchange.hsds.validating.answers import answer_schema
from kith.exchange.hsds.validating.finding import shown, step
from kith.exchange.hsds.validating.findings_of import findings_of
from kith.exchange.hsds.validating.guess import guess_object
from kith.exchange.hsds.validating.near import nearest
from kith.exchange.hsds.validating.rules.fields import NO_LONGER_WANTED, OLD_NAMES
from kith.exchange.hsds.validating.rules.hours import meant
from kith.exchange.hsds.validating.rules.reaching import MAIL, is_web_address
from tests.exchange.hsds.validating.sound import a_location, a_service, a_term, an_organization


@pytest.mark.parametrize(
    "said, clock",
    [
        ("9am", "09:00"),
        ("9 a.m.", "09:00"),
        ("9.30 PM", "21:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("9:00", "09:00"),
        ("17h30", "17:30"),
        ("13pm", ""),
        ("25:00", ""),
        ("noon", ""),
        ("9:00-17:00", ""),
    ],
)
def test_a_time_as_people_say_it_is_understood(said: str, clock: str) -> None:
    assert meant(said) == clock


@pytest.mark.parametrize(
    "words, code",
    [("English", "en"), ("en-GB", "en"), ("EN", "en"), ("Spanish (limited)", ""), ("Dari", ""), ("", "")],
)
def test_a_language_in_words_has_its_code(words: str, code: str) -> None:
    assert codes.language_meant(words) == code


@pytest.mark.parametrize(
    "words, code",
    [("USA", "US"), ("gb", "GB"), ("United States", "US"), ("UK", "GB"), ("England", ""), ("EU", "")],
)
def test_a_country_in_words_has_its_code(words: str, code: str) -> None:
    assert codes.country_meant(words) == code


def test_the_codes_are_those_of_the_standards() -> None:
    assert {"en", "ar", "so", "prs", "ckb", "rhg", "eng"} <= codes.languages()
    assert len(codes.countries()) == 250
    assert {"GB", "US", "XK"} <= codes.countries()
    assert {"GBP", "USD", "EUR"} <= codes.currencies()
    assert not {"EU", "UN", "ZZ"} & codes.countries()


@pytest.mark.parametrize(
    "address, is_one",
    [
        ("https://lantern.example", True),
        ("http://lantern.example:8080/a?b#c", True),
        ("https://مثال.إختبار/", True),
        ("lantern.example", False),
        ("https://lantern", False),
        ("https://lantern.example/a b", False),
        ("mailto:help@lantern.example", False),
        ("https://[::1", False),
        ("https:///page", False),
        ("https://" + "a." * 200 + "example", False),
    ],
)
def test_a_web_address_has_a_scheme_and_a_whole_name(address: str, is_one: bool) -> None:
    assert is_web_address(address) is is_one


@pytest.mark.parametrize(
    "address, is_one",
    [
        ("a@b.example", True),
        ("a+b@c.d.example", True),
        ("a@b", False),
        ("a@b.example, c@d.example", False),
        ("a b@c.example", False),
        ("Ann <a@b.example>", False),
        ("a@b@c.example", False),
    ],
)
def test_a_mail_address_is_one_address(address: str, is_one: bool) -> None:
    assert bool(MAIL.fullmatch(address)) is is_one


@pytest.mark.parametrize(
    "word, near",
    [
        ("phone", "phones"),
        ("Opens-At", "opens_at"),
        ("adresses", "addresses"),
        ("zebra", ""),
        ("x" * 100, ""),
    ],
)
def test_the_word_that_was_meant_is_found(word: str, near: str) -> None:
    assert nearest(word, ["phones", "opens_at", "addresses"]) == near


def test_the_old_names_lead_to_fields_that_are_there() -> None:
    for table in (OLD_NAMES, NO_LONGER_WANTED):
        for name, fields in table.items():
            assert set(fields.values()) <= {field.name for field in HSDS[name].fields}, name


@pytest.mark.parametrize(
    "body, name",
    [
        (a_service(), "service"),
        (an_organization(), "organization"),
        (a_location(), "location"),
        (a_term(), "taxonomy_term"),
        (a_term()["taxonomy_detail"], "taxonomy"),
        ({"id": "1", "location": {}, "service": {}}, "service_at_location"),
        ({"id": "1", "number": "123"}, "phone"),
        ({"id": "1", "name": "x"}, "service"),
        ({"_path": "1", "text": "x"}, "service"),
        ({}, "service"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_record_is_known_by_its_fields(body: object, name: str) -> None:
    assert guess_object(body) == name  # type: ignore[arg-type]


def test_answers_may_turn_a_place_and_its_service_round() -> None:
    place = {"id": a_location()["id"], "location": a_location(), "service": a_service()}
    organization = {**an_organization(), "services": [a_service()]}

    assert findings_of(place, "service_at_location") == []  # type: ignore[arg-type]
    assert findings_of(organization, "organization") == []  # type: ignore[arg-type]
    assert "service" not in {field.name for field in HSDS["service_at_location"].fields}
    assert "services" in str(answer_schema("organization"))


def test_what_is_shown_is_short_and_harmless() -> None:
    assert shown("a\x1b[2J\u202eb\n") == "a�[2J�b�"
    assert len(shown("x" * 500)) == 60
    assert shown({"a": 1}) == "{…}"
    assert shown(None) == "null"


def test_a_pointer_is_written_as_rfc_6901_wants_it() -> None:
    assert step("a/b~c") + step(3) == "/a~1b~0c/3"


def test_findings_are_told_in_the_language_of_the_reader() -> None:
    with translation.override("ar"):
        found = findings_of({"id": a_service()["id"], "name": "x", "status": "open"}, "service")  # type: ignore[dict-item]

    assert [one.what for one in found] == ["لا يذكر organization.", "«open» ليست من كلمات المعيار."]
