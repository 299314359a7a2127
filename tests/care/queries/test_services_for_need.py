"""Who may say yes to a need: the directory's engine in words for the worker, advice and no more."""

from uuid import UUID

import pytest

from kith.care.queries.services_for_need import services_for_need
from kith.care.queries.why_not_for_need import why_not_for_need
from kith.care.terms import NeedDomain
from kith.care.wished import TOPICS, FreeTime, Wished, slots_of
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Door, Viewer
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.actions.tag_service import tag_service
from kith.directory.expected_wait import AnsweredIn
from kith.directory.needing import Verdict
from kith.directory.records import ServiceDetails
from kith.directory.terms import OrganizationKind, SignalTier, Topic
from tests.factories import directory
from tests.factories.care import SYSTEM, CareTown
from tests.factories.directory import own_taxonomies, weekly

pytestmark = pytest.mark.django_db


def names(care: CareTown, *, words: str) -> list[str]:
    page = services_for_need(care.navigator, need_id=care.need_id, words=words)
    return [line.service_name for line in page.lines]


def a_group(name: str, *, languages: tuple[str, ...] = ("ar",), kind: OrganizationKind | None = None) -> UUID:
    organization_id = directory.an_organization(f"{name} org", kind=kind or OrganizationKind.COMMUNITY)
    return directory.a_service(
        name, organization_id=organization_id, topics=[Topic.COMPANY], languages=languages
    )


def test_every_domain_has_its_topics() -> None:
    assert set(TOPICS) == set(NeedDomain)


def test_without_words_the_subject_of_the_need_is_looked_for_and_those_who_can_be_asked_come_first(
    care: CareTown,
) -> None:
    a_group("A circle nobody has agreed with")
    directory.a_service("Rent advice", topics=[Topic.HOUSING])

    page = services_for_need(care.navigator, need_id=care.need_id, words="")

    assert [line.service_name for line in page.lines] == [
        "Women's walking group",
        "A circle nobody has agreed with",
    ]
    assert [line.can_ask for line in page.lines] == [True, False]
    assert "Has places" in page.lines[0].fits


def test_those_that_can_be_asked_are_named_first_however_many_others_fit_better(care: CareTown) -> None:
    for number in range(15):
        better = a_group(f"Better {number}")
        set_places(SYSTEM, service_id=better, places_left=50, as_of=clock.now())

    page = services_for_need(care.navigator, need_id=care.need_id, words="")

    assert page.lines[0].service_name == "Women's walking group"
    assert [line.can_ask for line in page.lines] == [True] + [False] * 11
    assert page.more == 4


def test_another_language_and_a_full_service_are_named_last_and_say_so(care: CareTown) -> None:
    a_group("Only in French", languages=("fr",))
    full = a_group("Full circle")
    set_places(SYSTEM, service_id=full, places_left=0, as_of=clock.now())

    page = services_for_need(care.navigator, need_id=care.need_id, words="")

    lines = {line.service_name: line for line in page.lines}
    assert list(lines) == ["Women's walking group", "Only in French", "Full circle"]
    assert "No language in common is listed" in lines["Only in French"].may_not
    assert lines["Only in French"].verdict is Verdict.NO
    assert lines["Full circle"].verdict is Verdict.NO
    assert lines["Full circle"].verdict_words == "Probably not now"


def test_what_is_ticked_lifts_asks_or_turns_away_and_is_said_in_words(care: CareTown) -> None:
    own_taxonomies()
    roots, plain = a_group("Same roots"), a_group("Plain")
    tag_service(SYSTEM, service_id=roots, codes=["culture-background"])
    tag_service(SYSTEM, service_id=plain, codes=["culture-halal"])
    asked = Wished(must=("culture-steps",), wishes=("culture-halal",), avoid=("culture-background",))

    page = services_for_need(care.navigator, need_id=care.need_id, words="", wished=asked)
    (told,) = why_not_for_need(care.navigator, need_id=care.need_id, name="same roots", wished=asked)

    lines = {line.service_name: line for line in page.lines}
    assert "Same roots" not in lines
    assert "As wished: Halal, kosher or vegetarian food" in lines["Plain"].fits
    assert "Ask about: No steps" in lines["Plain"].may_not
    assert "To be avoided: Staff with the same roots" in told.may_not
    assert told.verdict is Verdict.NO


def test_why_another_was_not_chosen_names_every_reason_and_it_can_still_be_asked(care: CareTown) -> None:
    (walking,) = why_not_for_need(
        care.navigator, need_id=care.need_id, name="walking group", wished=Wished(avoid=("culture-women",))
    )
    directory.a_service("Rent advice", topics=[Topic.HOUSING], languages=["ar"])

    (rent,) = why_not_for_need(care.navigator, need_id=care.need_id, name="rent advice")

    assert walking.can_ask
    assert "Helps with something else, as listed" in rent.may_not
    assert why_not_for_need(care.navigator, need_id=care.need_id, name="nothing is called so") == []


def test_a_faith_group_has_a_secular_one_beside_it(care: CareTown) -> None:
    a_group("Church tea", kind=OrganizationKind.FAITH)

    page = services_for_need(care.navigator, need_id=care.need_id, words="")

    lines = {line.service_name: line for line in page.lines}
    assert lines["Church tea"].beside_name == "Women's walking group"
    assert lines["Women's walking group"].beside_name == ""


def test_the_expected_wait_is_shown_as_it_was_told(care: CareTown) -> None:
    set_service_signal(
        SYSTEM,
        service_id=care.service_id,
        tier=SignalTier.AGREED,
        answered_in=AnsweredIn(days=9, answers=20, usual_days=1),
        agreed_routes=1,
    )

    page = services_for_need(care.navigator, need_id=care.need_id, words="")

    assert [line.expected_wait_days for line in page.lines] == [9]


def test_words_of_the_subject_answer_where_nothing_carries_its_topic(care: CareTown) -> None:
    directory.a_service("Sewing", description="Good company every week.", languages=["ar"])

    assert "Sewing" in names(care, words="sewing")
    assert names(care, words="nothing says this") == []


def test_whoever_may_not_read_the_need_learns_nothing(care: CareTown) -> None:
    stranger = Viewer.nobody(Door.PUBLIC)

    with pytest.raises(NotFound):
        services_for_need(stranger, need_id=care.need_id, words="")
    with pytest.raises(NotFound):
        why_not_for_need(stranger, need_id=care.need_id, name="walking")


def test_free_times_are_quarters_of_the_week() -> None:
    weekend = slots_of([FreeTime.WEEKENDS])

    assert weekend == 0b1110_1110 << 20
    assert slots_of([]) == 0
    assert slots_of([FreeTime.MORNINGS]) == sum(1 << day * 4 + 1 for day in range(5))
    assert slots_of(list(FreeTime)).bit_count() == 21


def test_hours_that_are_not_known_are_asked_about_and_closed_ones_turn_away(care: CareTown) -> None:
    sunday = ServiceDetails(schedules=(weekly("SU", "10:00", "12:00"),))
    directory.a_service("Sunday circle", topics=[Topic.COMPANY], languages=["ar"], details=sunday)

    page = services_for_need(
        care.navigator, need_id=care.need_id, words="", wished=Wished(times=(FreeTime.MORNINGS,))
    )
    (told,) = why_not_for_need(
        care.navigator, need_id=care.need_id, name="sunday", wished=Wished(times=(FreeTime.MORNINGS,))
    )

    assert [line.service_name for line in page.lines] == ["Women's walking group"]
    assert "Opening times not known: ask" in page.lines[0].may_not
    assert "Closed at the times that suit" in told.may_not
