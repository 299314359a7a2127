"""Who looks after a table takes a seat away, says why, and the one who sat there hears it."""

from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound
from kith.core.listening import recorded
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.leave_seat import leave_seat
from kith.partnerships.actions.seat_organization import seat_organization
from kith.partnerships.actions.take_seat_away import take_seat_away
from kith.partnerships.listeners.tell_of_seats import tell_of_lost_seat
from kith.partnerships.models import PartnerContact, Seat
from kith.partnerships.policies.partnership import May, partnerships
from kith.partnerships.table_errors import ReasonMissing, SeatLeads
from kith.partnerships.terms import PartyRole
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, events_of_kind
from tests.factories.tables import a_table

pytestmark = pytest.mark.django_db

WHY = "You told us that you have no time."


@pytest.fixture
def table(manager: Viewer, mosque: UUID) -> UUID:
    return a_table(manager, mosque)


def take(viewer: Viewer, table: UUID, organization_id: UUID, reason: str = WHY) -> None:
    take_seat_away(viewer, partnership_id=table, organization_id=organization_id, reason=reason)


def told() -> list[OutgoingMessage]:
    """The mails because of it; delivered twice it is told once."""
    before = set(OutgoingMessage.objects.values_list("pk", flat=True))
    for _ in range(2):
        tell_of_lost_seat(SYSTEM, recorded(events_of_kind("partnerships.seat_taken_away")[-1]))
    return list(OutgoingMessage.objects.exclude(pk__in=before))


def test_the_seat_ends_with_a_reason_that_no_event_holds(
    manager: Viewer, clinic: UUID, mosque: UUID, table: UUID
) -> None:
    take(manager, table, mosque)

    seat = Seat.objects.get(organization_id=mosque)
    (event,) = events_of_kind("partnerships.seat_taken_away")
    assert (seat.left_at is not None, seat.left_reason) == (True, WHY)
    assert (event.organization_id, event.payload) == (mosque, {"by_organization_id": str(clinic)})
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)
    assert not partnerships(theirs, May.READ).filter(pk=table).exists()


def test_without_sign_in_the_named_person_hears_it_in_their_language(
    manager: Viewer, mosque: UUID, table: UUID
) -> None:
    a_contact(manager, mosque)
    PartnerContact.objects.update(language="es")
    take(manager, table, mosque)

    (mail,) = told()

    assert mail.organization_id == mosque
    assert "Northgate Clinic les ha quitado su lugar en «A roof first»." in mail.body
    assert WHY in mail.body
    assert "Walnut" in mail.body


def test_those_who_sign_in_hear_it(manager: Viewer, mosque: UUID, coordinator: Viewer, table: UUID) -> None:
    take(manager, table, mosque)

    (mail,) = told()

    assert "Northgate Clinic has taken away your seat at “A roof first”." in mail.body
    assert f"Why: {WHY}" in mail.body


def test_who_is_back_meanwhile_is_not_told(
    manager: Viewer, mosque: UUID, coordinator: Viewer, table: UUID
) -> None:
    take(manager, table, mosque)
    seat_organization(manager, partnership_id=table, organization_id=mosque, roles=[PartyRole.RECEIVER])

    assert told() == []
    assert Seat.objects.get(organization_id=mosque).left_reason == ""


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_it_needs_a_reason(manager: Viewer, mosque: UUID, table: UUID, reason: str) -> None:
    with pytest.raises(ReasonMissing):
        take(manager, table, mosque, reason)

    assert Seat.objects.get(organization_id=mosque).left_at is None


def test_ones_own_seat_is_left_and_not_taken(manager: Viewer, clinic: UUID, table: UUID) -> None:
    with pytest.raises(Denied):
        take(manager, table, clinic)


@pytest.mark.parametrize("role", [PartyRole.LEAD, PartyRole.CONVENER])
def test_who_looks_after_the_table_too_is_not_sent_away(
    manager: Viewer, mosque: UUID, role: PartyRole
) -> None:
    table = a_table(manager, mosque, role=role)

    with pytest.raises(SeatLeads):
        take(manager, table, mosque)
    with pytest.raises(SeatLeads):  # the clinic began it
        take(a_member(mosque, Role.PARTNERSHIP_MANAGER), table, UUID(str(manager.organization_id)))


@pytest.mark.parametrize("role", Role)
def test_nobody_else_takes_a_seat_away(manager: Viewer, mosque: UUID, role: Role) -> None:
    shelter = a_partner(manager, "Shelter")
    table = a_table(manager, mosque, shelter)

    with pytest.raises((Denied, NotFound)):
        take(a_member(mosque, role), table, shelter)


def test_a_seat_that_is_not_there_is_not_found(manager: Viewer, mosque: UUID, table: UUID) -> None:
    with pytest.raises(NotFound):
        take(manager, table, a_partner(manager, "Shelter"))
    leave_seat(a_member(mosque, Role.ADMIN), partnership_id=table)
    with pytest.raises(NotFound):
        take(manager, table, mosque)
