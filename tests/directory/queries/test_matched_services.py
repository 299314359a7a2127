"""Services that will take somebody with a need, with what speaks for and against each."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.directory.actions.set_places import set_places
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.actions.tag_service import tag_service
from kith.directory.expected_wait import AnsweredIn
from kith.directory.models import Attribute, Service
from kith.directory.needing import MatchedServices, Needed, Reason, Test, Verdict
from kith.directory.queries.matched_services import matched_services
from kith.directory.queries.why_not_matched import why_not_matched
from kith.directory.records import ServiceDetails
from kith.directory.search_documents import write_search_documents
from kith.directory.seeds.ids import term_id
from kith.directory.terms import OrganizationKind, ServiceStatus, SignalTier, Topic
from tests.factories.directory import NOBODY, SYSTEM, a_place, a_service, an_organization, at, own_taxonomies

pytestmark = pytest.mark.django_db

OPEN_ELIGIBILITY = UUID("6d2cb1a2-6c39-5b3a-9a66-6f0e5d7b2f02")
HOUSING = Needed(topics=(Topic.HOUSING,))
MOST_STATEMENTS = 30


def matched(needed: Needed) -> MatchedServices:
    return matched_services(NOBODY, needed=needed, language="en")


def names(found: MatchedServices) -> list[str]:
    return [line.card.name for line in found.fits]


def tagged(service_id: UUID, *codes: str) -> UUID:
    return tag_service(SYSTEM, service_id=service_id, codes=codes)


def termed(service_id: UUID, code: str) -> None:
    """With a term of Open Eligibility."""
    Attribute.objects.create(
        service_id=service_id,
        root_id=service_id,
        taxonomy_term_id=term_id(OPEN_ELIGIBILITY, code),
        shown_as=code,
    )
    write_search_documents([service_id])


def become(service_id: UUID, **fields: object) -> None:
    Service.objects.filter(pk=service_id).update(**fields)
    write_search_documents([service_id])


@pytest.fixture
def own_taxonomy() -> None:
    own_taxonomies()


def test_a_topic_is_answered_and_what_is_not_known_is_maybe() -> None:
    a_service("Rent advice", topics=[Topic.HOUSING])
    a_service("Food parcels", topics=[Topic.FOOD])

    found = matched(HOUSING)

    assert names(found) == ["Rent advice"]
    assert found.fits[0].verdict is Verdict.MAYBE
    assert Reason(Test.PLACES, None) in found.fits[0].reasons


def test_known_places_and_language_make_it_probable_and_another_language_is_named_apart() -> None:
    arabic = a_service("Arabic advice", topics=[Topic.HOUSING], languages=["ar"])
    set_places(SYSTEM, service_id=arabic, places_left=5, as_of=clock.now())
    a_service("French advice", topics=[Topic.HOUSING], languages=["fr"])

    found = matched(Needed(topics=(Topic.HOUSING,), languages=("ar-SY",)))

    assert [(line.card.name, line.verdict) for line in found.fits] == [("Arabic advice", Verdict.PROBABLY)]
    assert [(line.card.name, line.verdict) for line in found.others] == [("French advice", Verdict.NO)]
    assert found.fell == {Test.LANGUAGE: 1}


def test_full_and_paused_services_are_named_as_such() -> None:
    full, paused = (a_service(name, topics=[Topic.HOUSING]) for name in ("Full", "Paused"))
    set_places(SYSTEM, service_id=full, places_left=0, as_of=clock.now())
    become(paused, status=ServiceStatus.TEMPORARILY_CLOSED)

    found = matched(HOUSING)

    assert found.fits == ()
    assert {line.card.name for line in found.full} == {"Full", "Paused"}
    assert {line.verdict for line in found.full} == {Verdict.NO}
    assert found.fell == {Test.PLACES: 1, Test.PAUSED: 1}


def test_a_health_category_leads_over_the_crosswalk_to_what_stands_below_it(own_taxonomy: None) -> None:
    pantry, related = a_service("Pantry"), a_service("Cooking course")
    termed(pantry, "1130")
    termed(related, "1134")

    found = matched(Needed(categories=("food-insecurity",)))

    assert names(found) == ["Pantry", "Cooking course"]
    assert found.fits[0].reasons[0].speaks is True
    assert found.fits[1].reasons[0].speaks is None


def test_the_nearer_comes_first_and_where_nothing_is_near_all_are_named() -> None:
    a_service("Far away", topics=[Topic.HOUSING], details=at(a_place(10.0, 10.0, city="Faraway")))
    a_service("Out of town", topics=[Topic.HOUSING], details=at(a_place(53.0, -1.0, city="Village")))
    a_service("In town", topics=[Topic.HOUSING], details=at(a_place(52.95, -1.15, city="Northgate")))

    near = matched(Needed(topics=(Topic.HOUSING,), place="Northgate"))
    nowhere = matched(
        Needed(topics=(Topic.FOOD, Topic.HOUSING), place="Northgate", km=0.0001, is_afar_too=False)
    )

    assert names(near) == ["In town", "Out of town"]
    assert near.place == "Northgate"
    assert near.fits[0].km == pytest.approx(0.0, abs=0.01)
    assert not nowhere.is_beyond
    assert names(matched(Needed(topics=(Topic.HOUSING,), place="Atlantis"))) != []


def test_a_place_that_is_kept_secret_is_answered_by_its_town_without_a_distance() -> None:
    secret = at(a_place(city="Northgate", is_confidential=True))
    a_service("Refuge", topics=[Topic.SAFETY_AT_HOME], details=secret)
    a_service("In town", topics=[Topic.HOUSING], details=at(a_place(city="Northgate")))

    found = matched(Needed(topics=(Topic.SAFETY_AT_HOME,), place="Northgate"))

    assert [(line.card.name, line.km) for line in found.fits] == [("Refuge", None)]


def test_a_faith_service_never_stands_without_a_secular_one(own_taxonomy: None) -> None:
    faith = an_organization("St Brigid's", kind=OrganizationKind.FAITH)
    for number in range(3):
        one = a_service(f"Church {number}", organization_id=faith, topics=[Topic.COMPANY])
        set_places(SYSTEM, service_id=one, places_left=9, as_of=clock.now())
    secular = a_service("Walking group", topics=[Topic.COMPANY])
    prayer = tagged(a_service("Prayer group", topics=[Topic.COMPANY]), "faith-practice")

    found = matched(Needed(topics=(Topic.COMPANY,), limit=3))
    all_found = matched(Needed(topics=(Topic.COMPANY,)))

    assert len(found.fits) == 3
    assert [line.card.id for line in found.fits if not line.is_faith] == [secular]
    assert {line.beside for line in found.fits if line.is_faith} == {secular}
    assert [line.card.id for line in all_found.fits if line.card.id == prayer and line.is_faith] == [prayer]


def test_wishes_lift_musts_ask_and_what_is_to_be_avoided_is_no(own_taxonomy: None) -> None:
    plain = a_service("Plain", topics=[Topic.COMPANY])
    halal = tagged(a_service("Halal", topics=[Topic.COMPANY]), "culture-halal", "faith-secular")
    roots = tagged(a_service("Same roots", topics=[Topic.COMPANY]), "culture-background")
    asked = Needed(
        topics=(Topic.COMPANY,),
        wishes=("culture-halal",),
        must=("culture-steps",),
        avoid=("culture-background",),
    )

    found = matched(asked)

    assert [line.card.id for line in found.fits] == [halal, plain]
    assert Reason(Test.WISH, True, ("culture-halal",)) in found.fits[0].reasons
    assert Reason(Test.ACCESS, None, ("culture-steps",)) in found.fits[0].reasons
    assert found.fell == {Test.AVOID: 1}
    assert found.names["culture-halal"] == "Halal, kosher or vegetarian food"
    (told,) = why_not_matched(NOBODY, needed=asked, name="same roots")
    assert told.card.id == roots
    assert Reason(Test.AVOID, False, ("culture-background",)) in told.reasons


def test_an_excluded_organisation_is_not_named_and_the_others_are() -> None:
    kept_out = an_organization("Kept out")
    a_service("Theirs", organization_id=kept_out, topics=[Topic.HOUSING])
    a_service("Ours", topics=[Topic.HOUSING])

    found = matched(Needed(topics=(Topic.HOUSING,), without=frozenset({kept_out})))

    assert names(found) == ["Ours"]


def test_words_answer_instead_of_topics() -> None:
    a_service("Walking and tea", topics=[Topic.COMPANY])
    a_service("Rent advice", topics=[Topic.HOUSING])

    assert names(matched(Needed(topics=(Topic.HOUSING,), words="walk"))) == ["Walking and tea"]
    assert matched(Needed(words="nothing is called so")).total == 0


def test_why_another_was_not_chosen_is_told_of_whatever_is_named() -> None:
    a_service("Rent advice", topics=[Topic.HOUSING])
    a_service("Food parcels", topics=[Topic.FOOD], details=ServiceDetails(minimum_age=60))

    (told,) = why_not_matched(NOBODY, needed=Needed(topics=(Topic.HOUSING,), age=30), name="food parcels")

    against = {reason.test for reason in told.reasons if reason.speaks is False}
    assert told.verdict is Verdict.NO
    assert against == {Test.NEED, Test.TOO_YOUNG}
    assert why_not_matched(NOBODY, needed=HOUSING, name="  ") == []
    assert why_not_matched(NOBODY, needed=HOUSING, name="no such service") == []


def test_what_nobody_may_find_is_not_matched() -> None:
    hidden = a_service("Closed for good", topics=[Topic.HOUSING])
    become(hidden, status=ServiceStatus.DEFUNCT)

    assert names(matched(HOUSING)) == []
    assert why_not_matched(NOBODY, needed=HOUSING, name="closed for good") == []


def test_the_expected_wait_is_what_was_told_and_ranks_nothing() -> None:
    first, second = sorted(a_service("Twin", topics=[Topic.HOUSING]) for _one in range(2))
    set_service_signal(
        SYSTEM,
        service_id=first,
        tier=SignalTier.LISTED,
        answered_in=AnsweredIn(days=200, answers=20, usual_days=1),
        agreed_routes=0,
    )

    found = matched(HOUSING)

    assert [(line.card.id, line.card.expected_wait_days) for line in found.fits] == [
        (first, 200),
        (second, None),
    ]


def test_the_number_of_statements_does_not_grow(own_taxonomy: None) -> None:
    asked = Needed(
        topics=(Topic.HOUSING,), categories=("homelessness",), place="Northgate", languages=("ar",)
    )
    a_service("In town", topics=[Topic.HOUSING], details=at(a_place(city="Northgate")))
    few = statements(lambda: matched(asked))
    for number in range(20):
        a_service(f"More {number}", topics=[Topic.HOUSING], details=at(a_place(city="Northgate")))
    matched(asked)

    assert statements(lambda: matched(asked)) <= max(few, MOST_STATEMENTS)


def statements(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as caught:
        work()
    return len(caught)
