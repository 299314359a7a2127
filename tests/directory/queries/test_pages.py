"""A service's page, an organisation's page, cards, names and my listing: what is shown to whom."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.set_places import set_places
from kith.directory.models import Service
from kith.directory.queries.my_listing import my_listing
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.organization_page import organization_page
from kith.directory.queries.service_cards import service_cards
from kith.directory.queries.service_page import service_page
from kith.directory.queries.services_of import services_of
from kith.directory.records import AttributeRecord, Json, PhoneRecord, ServiceDetails
from kith.directory.terms import ConfirmedHow, OrganizationKind, PlacesBand, ServiceStatus, Topic
from tests.factories.core import staff
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_host,
    a_place,
    a_service,
    an_organization,
    at,
    coordinator_of,
    hsds_service,
    source_id,
    taken_in,
    weekly,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DETAILS = ServiceDetails(
    fees_description="Free",
    papers="They do not ask for papers.",
    what_to_expect="Rosa says hello.\n\n Have tea. ",
    phones=(PhoneRecord(number="0115 555 0170"), PhoneRecord(number="ask at the door", is_dialable=False)),
    schedules=(weekly("FR", "10:00", "14:00"),),
    attributes=(AttributeRecord(link_type="access", label="Step-free"), AttributeRecord(label="Women only")),
    places=(a_place(),),
)


def test_the_page_holds_what_one_needs_to_go_there() -> None:
    service_id = a_service(languages=["ar"], topics=[Topic.TALK], details=DETAILS)

    with clock.at(NOON):
        page = service_page(NOBODY, service_id=service_id)

    assert page.what_to_expect == ("Rosa says hello.", "Have tea.")
    assert [phone.dial for phone in page.phones] == ["01155550170", ""]
    assert page.places[0].address == ("12 Mill Lane", "Northgate NG1 5AA")
    assert page.line.week.is_open_now is True
    assert (page.line.cost, page.papers, page.topics) == (
        "Free",
        "They do not ask for papers.",
        (Topic.TALK,),
    )
    assert (page.places_left, page.may_keep) == (None, False)
    assert page.origin.source_name == ""


def test_the_three_clocks_are_told_apart() -> None:
    own = an_organization()
    with clock.at(NOON):
        taken_in(hsds_service(assured_date="2025-03-10"))
    service = Service.objects.get()
    with clock.at(NOON.replace(day=21)):
        confirm_listing(SYSTEM, service_id=service.id, how=ConfirmedHow.BY_PHONE)

    page = service_page(coordinator_of(own), service_id=service.id)

    assert page.confirmation.confirmed_on == date(2026, 11, 21)
    assert page.confirmation.how == ConfirmedHow.BY_PHONE
    assert page.confirmation.assured_on == date(2025, 3, 10)
    assert page.confirmation.changed_on == date(2026, 11, 20)
    assert (page.origin.source_name, page.origin.last_seen_on) == ("Riverside List", date(2026, 11, 20))


def test_an_organisations_number_stands_in_where_a_service_has_none() -> None:
    phones: list[Json] = [{"id": source_id("p"), "number": "988"}]
    riverside: Json = {"id": source_id("R"), "name": "R", "description": "", "phones": phones}
    taken_in(hsds_service(organization=riverside))

    assert [phone.dial for phone in service_page(NOBODY, service_id=Service.objects.get().id).phones] == [
        "988"
    ]


def test_a_confidential_place_is_on_the_page_of_its_own_staff_only() -> None:
    own = an_organization("Safe House")
    service_id = a_service(organization_id=own, details=at(a_place(is_confidential=True)))

    assert service_page(NOBODY, service_id=service_id).places == ()
    assert len(service_page(coordinator_of(own), service_id=service_id).places) == 1


def test_the_exact_figure_is_for_its_own_staff_and_the_hosts() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    set_places(SYSTEM, service_id=service_id, places_left=2, as_of=clock.now())
    host = a_host()

    assert service_page(coordinator_of(own), service_id=service_id).places_left == 2
    assert service_page(staff(Role.NAVIGATOR, organization_id=host), service_id=service_id).places_left == 2
    for viewer in (NOBODY, staff(Role.NAVIGATOR), staff(Role.EVALUATOR, organization_id=host)):
        assert service_page(viewer, service_id=service_id).places_left is None
        card = service_cards(viewer, service_ids=[service_id])[service_id]
        assert (card.places_left, card.places_band) == (None, PlacesBand.FEW)


def test_a_service_that_ended_still_has_its_page_and_says_so() -> None:
    service_id = a_service()
    Service.objects.update(status=ServiceStatus.DEFUNCT)

    assert service_page(NOBODY, service_id=service_id).line.status == ServiceStatus.DEFUNCT


def test_no_such_service_or_organisation_is_not_found() -> None:
    with pytest.raises(NotFound):
        service_page(NOBODY, service_id=uuid7())
    with pytest.raises(NotFound):
        organization_page(NOBODY, organization_id=uuid7())


def test_a_card_keeps_access_apart_from_other_tags_and_the_order_asked_for() -> None:
    first = a_service("B", languages=["ar"], details=DETAILS)
    second = a_service("A")

    cards = service_cards(NOBODY, service_ids=[first, second, first, uuid7()])

    assert list(cards) == [first, second]
    card = cards[first]
    assert (card.access, card.attributes) == (("Step-free",), ("Women only",))
    assert (card.languages, card.rough_area) == (("ar",), "Northgate")


def test_an_organisation_shows_what_it_offers_by_name_and_keeps_its_attribution() -> None:
    own = an_organization(kind=OrganizationKind.FAITH, description="Neighbours (listed by Riverside List)")
    for name in ("Sewing", "Bread", "Over"):
        a_service(name, organization_id=own)
    Service.objects.filter(name="Over").update(status=ServiceStatus.INACTIVE)

    page = organization_page(NOBODY, organization_id=own)

    assert [line.name for line in page.services] == ["Bread", "Sewing"]
    assert page.description == "Neighbours (listed by Riverside List)"
    assert [line.name for line in services_of(NOBODY, organization_id=own)] == ["Bread", "Sewing"]


def test_names_are_given_for_known_ids() -> None:
    own = an_organization("Harbour House")

    assert organization_names(NOBODY, organization_ids=[own, uuid7()]) == {own: "Harbour House"}


def test_my_listing_is_what_i_keep_of_my_own_organisation() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    a_service("Of others")
    set_places(SYSTEM, service_id=service_id, places_left=5, as_of=clock.now())

    kept = my_listing(coordinator_of(own))

    assert [(one.line.id, one.places_left) for one in kept] == [(service_id, 5)]
    assert my_listing(staff(Role.EVALUATOR, organization_id=own)) == []
    assert my_listing(NOBODY) == []


def test_pages_take_a_fixed_number_of_statements() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, details=DETAILS)
    for _ in range(10):
        a_service(organization_id=own, details=DETAILS)

    with CaptureQueriesContext(connection) as captured:
        service_page(NOBODY, service_id=service_id)
    assert len(captured) <= 20
    with CaptureQueriesContext(connection) as captured:
        organization_page(NOBODY, organization_id=own)
    assert len(captured) <= 16
    with CaptureQueriesContext(connection) as captured:
        service_cards(NOBODY, service_ids=list(Service.objects.values_list("id", flat=True)))
    assert len(captured) <= 11
