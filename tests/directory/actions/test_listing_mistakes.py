"""What somebody found wrong in a listing: from anybody, for its keepers, gone once settled."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import BadInput, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from kith.directory.actions.report_listing_mistake import report_listing_mistake
from kith.directory.actions.settle_listing_mistake import settle_listing_mistake
from kith.directory.mistakes import MistakeKind
from kith.directory.models import ListingMistake
from kith.directory.queries.listing_mistakes import listing_mistakes
from tests.factories.core import staff
from tests.factories.directory import NOBODY, a_host, a_service, an_organization, coordinator_of

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def own() -> UUID:
    return an_organization("Harbour House")


@pytest.fixture
def service_id(own: UUID) -> UUID:
    return a_service("Sewing circle", organization_id=own)


@pytest.fixture
def keeper(own: UUID) -> Viewer:
    return coordinator_of(own)


def reported(service_id: UUID, words: str = " It is 0171. ") -> UUID:
    report_listing_mistake(NOBODY, service_id=service_id, kind=MistakeKind.PHONE, words=words)
    return ListingMistake.objects.latest("reported_at").id


def test_anybody_reports_and_the_keepers_read_it(service_id: UUID, keeper: Viewer) -> None:
    with clock.at(NOON):
        reported(service_id)

    (line,) = listing_mistakes(keeper)

    assert (line.service_name, line.kind, line.words) == ("Sewing circle", MistakeKind.PHONE, "It is 0171.")
    assert line.reported_at == NOON


def test_the_trail_says_that_it_was_reported_and_not_what_was_written(service_id: UUID) -> None:
    reported(service_id)

    event = Event.objects.get(kind="directory.listing_mistake_reported")

    assert "0171" not in str(event.payload)
    assert event.payload["what"] == "phone"


def test_keepers_of_other_listings_and_everybody_else_read_nothing(service_id: UUID) -> None:
    reported(service_id)

    assert listing_mistakes(coordinator_of(an_organization("Others"))) == []
    assert listing_mistakes(NOBODY) == []


def test_a_navigator_of_the_same_organisation_does_not_read_it(service_id: UUID, own: UUID) -> None:
    reported(service_id)

    assert listing_mistakes(staff(Role.NAVIGATOR, organization_id=own)) == []


def test_those_who_look_after_the_directory_read_all(service_id: UUID) -> None:
    reported(service_id)

    assert len(listing_mistakes(staff(Role.CURATOR, organization_id=a_host()))) == 1


def test_settled_it_leaves_the_list_and_its_words_are_gone(service_id: UUID, keeper: Viewer) -> None:
    note = reported(service_id)

    for _ in range(2):
        assert settle_listing_mistake(keeper, mistake_id=note) == note

    assert listing_mistakes(keeper) == []
    assert ListingMistake.objects.get().words == ""
    assert Event.objects.filter(kind="directory.listing_mistake_settled").count() == 1


def test_nobody_else_settles_it(service_id: UUID) -> None:
    note = reported(service_id)

    for viewer in (NOBODY, coordinator_of(an_organization("Others"))):
        with pytest.raises(NotFound):
            settle_listing_mistake(viewer, mistake_id=note)


def test_too_many_words_come_back(service_id: UUID) -> None:
    with pytest.raises(BadInput):
        reported(service_id, "x" * 501)


def test_a_listing_that_is_not_there_gets_no_note() -> None:
    with pytest.raises(NotFound):
        report_listing_mistake(NOBODY, service_id=uuid7(), kind=MistakeKind.OTHER, words="")
