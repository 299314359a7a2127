"""An agreement is put to a table later on, once."""

from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.put_to_partnership import put_to_partnership
from kith.partnerships.models import Agreement, AgreementParty, Seat, Version
from kith.partnerships.queries.table_agreements import table_agreements
from tests.factories.partnerships import a_member, a_partner, events_of_kind, proposed
from tests.factories.tables import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement_id(manager: Viewer, mosque: UUID) -> UUID:
    return proposed(manager, mosque)


@pytest.fixture
def table(manager: Viewer, mosque: UUID) -> UUID:
    return a_table(manager, mosque, a_partner(manager, "Shelter"))


def test_it_stands_at_the_table_and_its_words_stay(
    manager: Viewer, clinic: UUID, agreement_id: UUID, table: UUID
) -> None:
    before = Version.objects.get().text_digest

    put_to_partnership(manager, agreement_id=agreement_id, partnership_id=table)

    assert [line.id for line in table_agreements(manager, partnership_id=table)] == [agreement_id]
    assert Version.objects.get().text_digest == before
    (event,) = events_of_kind("partnerships.agreement_put_to_partnership")
    assert (event.organization_id, event.payload) == (clinic, {"partnership_id": str(table)})


def test_who_sits_there_and_is_no_party_does_not_see_it(
    manager: Viewer, agreement_id: UUID, table: UUID
) -> None:
    put_to_partnership(manager, agreement_id=agreement_id, partnership_id=table)

    shelter = next(one for one in table_seats(table) if one not in parties_of(agreement_id))
    sees = a_member(shelter, Role.PARTNERSHIP_MANAGER)
    assert table_agreements(sees, partnership_id=table) == []


def test_it_is_done_once(manager: Viewer, agreement_id: UUID, table: UUID) -> None:
    put_to_partnership(manager, agreement_id=agreement_id, partnership_id=table)

    with pytest.raises(StatusConflict):
        put_to_partnership(manager, agreement_id=agreement_id, partnership_id=a_table(manager))

    assert Agreement.objects.get().partnership_id == table


def test_what_is_over_stays_where_it_was(manager: Viewer, agreement_id: UUID, table: UUID) -> None:
    end_agreement(manager, agreement_id=agreement_id)

    with pytest.raises(StatusConflict):
        put_to_partnership(manager, agreement_id=agreement_id, partnership_id=table)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTNERSHIP_MANAGER])
def test_only_partnership_managers_do_it(clinic: UUID, agreement_id: UUID, table: UUID, role: Role) -> None:
    with pytest.raises((Denied, NotFound)):
        put_to_partnership(a_member(clinic, role), agreement_id=agreement_id, partnership_id=table)


def test_a_table_of_others_is_not_found(manager: Viewer, agreement_id: UUID) -> None:
    elsewhere = a_member(a_partner(manager, "Elsewhere"), Role.PARTNERSHIP_MANAGER)

    with pytest.raises(NotFound):
        put_to_partnership(manager, agreement_id=agreement_id, partnership_id=a_table(elsewhere))


def table_seats(table: UUID) -> list[UUID]:
    return list(Seat.objects.filter(partnership_id=table).values_list("organization_id", flat=True))


def parties_of(agreement_id: UUID) -> set[UUID]:
    rows = AgreementParty.objects.filter(version__agreement_id=agreement_id)
    return set(rows.values_list("organization_id", flat=True))
