"""What somebody found wrong in a listing: from anybody, for its keepers, gone once settled."""

from datetime import UTC, datetime, timedelta
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
from kith.directory.queries.listing_mistakes import SHOWN, MistakeLine, listing_mistakes
from tests.factories.core import staff
from tests.factories.directory import (
    NOBODY,
    a_host,
    a_place,
    a_service,
    an_organization,
    at,
    coordinator_of,
    curator,
)

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


def reported(
    service_id: UUID,
    words: str = " It is 0171. ",
    *,
    kind: MistakeKind = MistakeKind.PHONE,
    by: Viewer = NOBODY,
) -> UUID:
    report_listing_mistake(by, service_id=service_id, kind=kind, words=words)
    return ListingMistake.objects.latest("reported_at", "id").id


def lines_for(viewer: Viewer) -> list[MistakeLine]:
    return [line for listing in listing_mistakes(viewer).listings for line in listing.lines]


def test_anybody_reports_and_the_keepers_read_it(service_id: UUID, keeper: Viewer) -> None:
    with clock.at(NOON):
        reported(service_id)

    (listing,) = listing_mistakes(keeper).listings
    (line,) = listing.lines

    assert (listing.service_id, listing.service_name) == (service_id, "Sewing circle")
    assert (line.kind, line.words, line.is_kept_back) == (MistakeKind.PHONE, "It is 0171.", False)
    assert line.reported_at == NOON


def test_the_trail_says_that_it_was_reported_and_neither_by_whom_nor_what(
    service_id: UUID, own: UUID
) -> None:
    reported(service_id, by=staff(Role.NAVIGATOR, organization_id=a_host()))

    event = Event.objects.get(kind="directory.listing_mistake_reported")

    assert (event.user_id, event.acting_organization_id, event.roles) == (None, None, "")
    assert (event.door, event.organization_id, event.payload) == ("public", own, {})


def test_the_trail_of_what_was_not_safe_is_not_for_those_it_is_about(service_id: UUID) -> None:
    host = a_host()
    note = reported(service_id, kind=MistakeKind.SAFETY)

    settle_listing_mistake(staff(Role.CURATOR, organization_id=host), mistake_id=note)

    told = Event.objects.filter(kind__startswith="directory.listing_mistake").values_list("organization_id")
    assert list(told) == [(host,), (host,)]


def test_what_was_not_safe_is_read_and_settled_where_the_site_is_run_only(
    service_id: UUID, keeper: Viewer
) -> None:
    looks_after_all = curator()
    note = reported(service_id, "They shouted at me.", kind=MistakeKind.SAFETY)

    assert lines_for(keeper) == []
    with pytest.raises(NotFound):
        settle_listing_mistake(keeper, mistake_id=note)
    assert [line.words for line in lines_for(looks_after_all)] == ["They shouted at me."]
    assert settle_listing_mistake(looks_after_all, mistake_id=note) == note


def test_a_flood_about_one_listing_buries_nothing_about_another(service_id: UUID, keeper: Viewer) -> None:
    other = a_service("Bakery", organization_id=an_organization("Others"))
    with clock.at(NOON):
        reported(other, "A hole in the floor.", kind=MistakeKind.SAFETY)
        reported(service_id, "The oldest.")
    with clock.at(NOON + timedelta(hours=1)):
        for number in range(SHOWN + 2):
            reported(service_id, f"Noise {number}")

    found = listing_mistakes(curator())

    assert [(one.service_name, one.total, len(one.lines)) for one in found.listings] == [
        ("Bakery", 1, 1),
        ("Sewing circle", SHOWN + 3, SHOWN),
    ]
    assert (found.total, found.listings_total) == (SHOWN + 4, 2)
    assert "The oldest." not in [line.words for line in lines_for(keeper)]


def test_what_was_not_safe_stands_first_then_the_newest(service_id: UUID) -> None:
    for hour, kind in enumerate((MistakeKind.SAFETY, MistakeKind.PHONE, MistakeKind.HOURS)):
        with clock.at(NOON + timedelta(hours=hour)):
            reported(service_id, kind=kind)

    kinds = [line.kind for line in lines_for(curator())]

    assert kinds == [MistakeKind.SAFETY, MistakeKind.HOURS, MistakeKind.PHONE]


@pytest.mark.parametrize(
    "is_given_there", [True, False], ids=["given there", "of an organisation that has one"]
)
def test_words_that_lead_to_a_hidden_place_are_its_own_organisations_only(
    own: UUID, keeper: Viewer, *, is_given_there: bool
) -> None:
    refuge = a_service("Refuge", organization_id=own, details=at(a_place(is_confidential=True)))
    listing = refuge if is_given_there else a_service("Helpline", organization_id=own)
    named = reported(listing, "You find them at 12 MILL lane.", kind=MistakeKind.OTHER)
    moved = reported(listing, "They moved to 5 Elm Road.", kind=MistakeKind.PLACE)
    plain = reported(listing, "They open at ten.", kind=MistakeKind.HOURS)

    shown = {line.id: (line.words, line.is_kept_back) for line in lines_for(curator())}

    assert shown == {named: ("", True), moved: ("", True), plain: ("They open at ten.", False)}
    assert all(line.words for line in lines_for(keeper))


def test_words_about_an_open_place_are_read_where_the_site_is_run(own: UUID) -> None:
    open_to_all = a_service("Library", organization_id=own, details=at(a_place()))
    reported(open_to_all, "It is not at 12 Mill Lane.", kind=MistakeKind.PLACE)

    assert [line.words for line in lines_for(curator())] == ["It is not at 12 Mill Lane."]


def test_keepers_of_other_listings_and_everybody_else_read_nothing(service_id: UUID) -> None:
    reported(service_id)

    assert lines_for(coordinator_of(an_organization("Others"))) == []
    assert lines_for(NOBODY) == []


def test_a_navigator_of_the_same_organisation_does_not_read_it(service_id: UUID, own: UUID) -> None:
    reported(service_id)

    assert lines_for(staff(Role.NAVIGATOR, organization_id=own)) == []


def test_those_who_look_after_the_directory_read_all(service_id: UUID) -> None:
    reported(service_id)

    assert len(lines_for(curator())) == 1


def test_settled_it_leaves_the_list_and_its_words_are_gone(service_id: UUID, keeper: Viewer) -> None:
    note = reported(service_id)

    for _ in range(2):
        assert settle_listing_mistake(keeper, mistake_id=note) == note

    assert lines_for(keeper) == []
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
