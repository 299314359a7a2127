"""Search: what is found, in which order, and with how many statements."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core import clock
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.expected_wait import AnsweredIn
from kith.directory.models import Service
from kith.directory.queries.find_services import PAGE_SIZE, ServiceResults, find_services
from kith.directory.records import AttributeRecord, ServiceDetails
from kith.directory.terms import PlacesBand, ServiceStatus, SignalTier, Topic
from tests.factories.directory import NOBODY, SYSTEM, a_place, a_service, an_organization, at, weekly

pytestmark = pytest.mark.django_db

MOST_STATEMENTS = 20


def found(
    words: str = "", *, near: str = "", languages: tuple[str, ...] = (), page: int = 1
) -> ServiceResults:
    return find_services(NOBODY, words=words, near=near, topics=(), languages=languages, facts=(), page=page)


def names(results: ServiceResults) -> list[str]:
    return [line.name for line in results.lines]


def test_words_match_from_their_beginning_without_case_or_accents() -> None:
    a_service("Café Zürich")
    a_service("Sewing circle")

    assert names(found("caf")) == names(found("CAFE zur")) == ["Café Zürich"]


def test_the_name_counts_more_than_a_description() -> None:
    a_service("Warm room", description="Tea and sewing")
    a_service("Sewing circle")

    assert names(found("sewing")) == ["Sewing circle", "Warm room"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Harbour", "organisation"),
        ("Northgate", "town"),
        ("Spanish", "language in English"),
        ("español", "language in itself"),
        ("somewhere to live", "topic"),
        ("سكن", "topic in Arabic"),
        ("wheelchair", "tag"),
    ],
)
def test_a_service_is_found_by(words: str, reason: str) -> None:
    a_service(
        "Open door",
        organization_id=an_organization("Harbour House"),
        languages=["es"],
        topics=[Topic.HOUSING],
        details=ServiceDetails(
            places=(a_place(),), attributes=(AttributeRecord(link_type="access", label="Wheelchair ramp"),)
        ),
    )
    a_service("Something else", organization_id=an_organization("Elsewhere"))

    assert names(found(words)) == ["Open door"], reason


@pytest.mark.parametrize(
    "words",
    [
        "necesito un sitio donde dormir",
        "je suis à la rue",
        "waxaan rabaa meel aan seexdo",
        "мені ніде жити",
    ],
)
def test_a_need_in_plain_words_of_each_language_finds_a_service_with_that_topic(words: str) -> None:
    a_service("Open door", topics=[Topic.HOUSING])
    a_service("Soup kitchen", topics=[Topic.FOOD])

    assert names(found(words)) == ["Open door"]


def test_every_wish_after_a_comma_is_one_of_several() -> None:
    a_service("Beds", topics=[Topic.HOUSING])
    a_service("Ears", topics=[Topic.TALK])
    a_service("Bread", topics=[Topic.FOOD])

    results = found("housing, someone to talk to")

    assert sorted(names(results)) == ["Beds", "Ears"]
    assert results.topics == (Topic.HOUSING, Topic.TALK)


def test_where_nothing_has_all_words_any_word_counts_and_it_is_said() -> None:
    a_service("Legal advice", topics=[Topic.LEGAL])

    results = found("legal aid Spanish")

    assert names(results) == ["Legal advice"]
    assert results.is_loose


def test_chosen_topics_need_no_words() -> None:
    a_service("Safe talk", topics=[Topic.SAFETY_AT_HOME])
    a_service("Bread", topics=[Topic.FOOD])

    results = find_services(
        NOBODY, words="", near="", topics=[Topic.SAFETY_AT_HOME], languages=(), facts=(), page=1
    )

    assert names(results) == ["Safe talk"]


def test_near_a_town_the_nearest_comes_first_with_its_distance() -> None:
    a_service("Here", details=at(a_place(52.95, -1.15)))
    a_service("Ten", details=at(a_place(53.04, -1.15, city="Ten")))
    a_service("Far", details=at(a_place(55.0, -1.15, city="Far")))

    results = found(near="Northgate")

    assert names(results) == ["Here", "Ten"]
    assert [round(line.distance_km or 0.0) for line in results.lines] == [0, 10]
    assert results.place == "Northgate"


def test_help_without_a_place_is_near_everywhere_but_not_first() -> None:
    a_service("A telephone line")
    a_service("Here", details=at(a_place()))

    assert names(found(near="Northgate")) == ["Here", "A telephone line"]


def test_a_stand_in_point_gives_no_distance_but_its_town_still_counts() -> None:
    a_service("Known", details=at(a_place(40.8, -73.9, city="Queens")))
    a_service("Unknown", details=at(a_place(40.7, -74.0, city="Queens", is_point_trusted=False)))

    results = found(near="Queens")

    assert names(results) == ["Known", "Unknown"]
    assert [line.distance_km is None for line in results.lines] == [False, True]


def test_an_unknown_place_is_said_and_left_out() -> None:
    a_service("Here", details=at(a_place()))

    results = found(near="Atlantis")

    assert results.is_place_unknown
    assert names(results) == ["Here"]


def test_with_nothing_near_everything_is_listed_and_it_is_said() -> None:
    a_service("Bread", details=at(a_place(55.0, -1.15, city="Far")), topics=[Topic.FOOD])
    a_service("Ears", details=at(a_place()), topics=[Topic.TALK])

    results = found("food", near="Northgate")

    assert results.is_beyond
    assert names(results) == ["Bread"]
    assert results.lines[0].distance_km == pytest.approx(228, abs=2)


def test_a_confidential_place_gives_no_distance_no_town_and_is_not_found_by_it() -> None:
    a_service("Here", details=at(a_place()))
    a_service("Safe talk", details=at(a_place(52.96, -1.16, city="Secretville", is_confidential=True)))

    line = next(line for line in found(near="Northgate").lines if line.name == "Safe talk")

    assert (line.distance_km, line.points) == (None, ())
    assert "Secretville" not in repr(line)
    assert found("Secretville").total == 0


def test_only_services_in_the_language_are_found() -> None:
    a_service("Arabic help", languages=["ar"])
    a_service("English help", languages=["en"])

    assert names(found("help", languages=("ar",))) == ["Arabic help"]


def test_what_is_no_longer_offered_is_not_found() -> None:
    a_service("Gone")
    Service.objects.update(status=ServiceStatus.INACTIVE)
    a_service("Shut for August", details=ServiceDetails(status=ServiceStatus.TEMPORARILY_CLOSED))

    assert names(found()) == ["Shut for August"]


def test_the_order_never_changes_and_pages_never_overlap() -> None:
    own = an_organization()
    for _ in range(PAGE_SIZE + 5):
        a_service("Same name", organization_id=own)

    first, second = found("same", page=1), found("same", page=2)

    ids: list[UUID] = [line.id for page in (first, second) for line in page.lines]
    assert len(set(ids)) == PAGE_SIZE + 5
    assert ids == sorted(ids)
    assert (first.total, first.pages) == (PAGE_SIZE + 5, 2)
    assert found("same", page=99).page == 2
    assert found("same", page=-3).page == 1


def test_the_public_sees_a_band_a_tier_and_a_wait_but_no_figure() -> None:
    service_id = a_service("Beds", details=ServiceDetails(schedules=(weekly("MO", "09:00", "17:00"),)))
    set_places(SYSTEM, service_id=service_id, places_left=2, as_of=clock.now())
    set_service_signal(
        SYSTEM,
        service_id=service_id,
        tier=SignalTier.AGREED,
        answered_in=AnsweredIn(days=4, answers=20, usual_days=1),
        agreed_routes=1,
    )

    line = found("beds").lines[0]

    assert (line.places_band, line.tier, line.expected_wait_days) == (PlacesBand.FEW, SignalTier.AGREED, 4)
    assert not hasattr(line, "places_left")
    assert len(line.week.days) == 7


def test_the_number_of_statements_does_not_grow_with_the_directory() -> None:
    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            find_services(
                NOBODY, words="help", near="Northgate", topics=(), languages=("en",), facts=(), page=1
            )
        return len(captured)

    for _ in range(2):
        a_service("Help", languages=["en"], details=at(a_place()))
    few = statements()
    for _ in range(30):
        a_service("Help", languages=["en"], details=at(a_place()))

    assert statements() == few <= MOST_STATEMENTS


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60), near=st.text(max_size=30), page=st.integers(-5, 5))
def test_nothing_that_can_be_typed_is_an_error(words: str, near: str, page: int) -> None:
    results = find_services(NOBODY, words=words, near=near, topics=(), languages=(), facts=(), page=page)

    assert results.total == 0


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "*",
        "a*b",
        "NEAR(food 5)",
        "name:food",
        "food AND OR NOT",
        "(food",
        "food)",
        "'; --",
        "a & b | !c",
        "<->",
        "\\",
        "{}",
        "^food",
        "-food",
        ":*",
        "%s",
    ],
)
def test_signs_of_query_languages_are_only_signs(words: str) -> None:
    a_service("Food NEAR you", topics=[Topic.FOOD])

    assert found(words).total in {0, 1}


def test_a_place_among_the_words_is_understood() -> None:
    a_service("Pantry here", details=at(a_place(41.08, -81.52, city="Akron", state="OH")))
    a_service("Pantry far", details=at(a_place(30.69, -88.04, city="Mobile", state="AL")))

    for words in ("pantry in Akron", "pantry akron ohio"):
        results = found(words)

        assert (names(results), results.place, results.is_loose) == (["Pantry here"], "Akron", False)


def test_a_town_beside_other_words_is_a_place_only_where_nothing_has_all_of_them() -> None:
    a_service("Gray House pantry", details=at(a_place(42.1, -72.6, city="Northgate")))
    a_service("House of bread", details=at(a_place(43.9, -70.3, city="Gray")))

    assert (names(found("gray house"))[0], found("gray house").place) == ("Gray House pantry", "")
    assert (names(found("gray bread"))[0], found("gray bread").place) == ("House of bread", "")
    a_service("Soup", details=at(a_place(43.66, -70.25, city="Portland")))
    assert (names(found("soup gray")), found("soup gray").place) == (["Soup"], "Gray")


def test_the_place_that_is_given_is_the_one() -> None:
    a_service("Pantry here", details=at(a_place(41.08, -81.52, city="Akron", state="OH")))
    a_service("Pantry far", details=at(a_place(30.69, -88.04, city="Mobile", state="AL")))

    assert found("pantry in Akron", near="Mobile").place == "Mobile"


def test_where_few_have_all_words_others_follow_and_it_is_said_how_many_have_all() -> None:
    a_service("Legal advice in Spanish", topics=[Topic.LEGAL])
    a_service("Legal advice", topics=[Topic.LEGAL])
    a_service("Bread")

    results = found("legal advice spanish")

    assert names(results) == ["Legal advice in Spanish", "Legal advice"]
    assert (results.is_loose, results.exact) == (True, 1)


def test_other_languages_and_other_forms_find_the_english_word() -> None:
    a_service("Saint Mary church pantry")
    a_service("Hall")

    for words in ("iglesia", "banco de alimentos", "churches", "pantries"):
        assert names(found(words)) == ["Saint Mary church pantry"], words


def test_a_word_that_is_spelled_anew_finds_what_means_the_same() -> None:
    a_service("Clothing closet")
    a_service("Clothes")

    assert sorted(names(found("clohtes"))) == ["Clothes", "Clothing closet"]
