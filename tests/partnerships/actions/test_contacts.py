"""Named people at a partner, and their own codes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound
from kith.core.listening import recorded
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.check_contact_code import check_contact_code
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.actions.link_contacts import link_contacts
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.errors import (
    CodeAlreadySet,
    CodeTooShort,
    NameMissing,
    NoWayToReach,
    SharedMailbox,
    TooManyCodeTries,
)
from kith.partnerships.listeners.link_newcomers import link_newcomers
from kith.partnerships.models import PartnerContact
from kith.partnerships.queries.contact_address import contact_address
from kith.partnerships.queries.partner_page import partner_page
from tests.factories.accounts import a_user
from tests.factories.partnerships import SYSTEM, a_contact, a_member, events_of_kind

pytestmark = pytest.mark.django_db

CODE = "seven figs"


def add(viewer: Viewer, organization_id: UUID, **changes: str) -> UUID:
    given = {
        "name": "Fatima Noor",
        "role_title": "Volunteer",
        "email": "fatima@al-noor.example",
        "phone": "+1 617 555 0133",
        **changes,
    }
    return add_contact(
        viewer,
        organization_id=organization_id,
        name=given["name"],
        role_title=given["role_title"],
        email=given["email"],
        phone=given["phone"],
        language="ar",
    )


def test_a_contact_is_a_named_person_who_can_be_reached(manager: Viewer, mosque: UUID) -> None:
    contact_id = add(manager, mosque)

    address = contact_address(manager, contact_id=contact_id)
    assert (address.name, address.email, address.phone, address.language) == (
        "Fatima Noor",
        "fatima@al-noor.example",
        "+1 617 555 0133",
        "ar",
    )
    [event] = events_of_kind("partnerships.contact_added")
    assert (event.organization_id, event.payload) == (mosque, {"contact_id": str(contact_id)})


def test_name_mail_and_telephone_are_sealed_in_the_row(manager: Viewer, mosque: UUID) -> None:
    contact_id = add(manager, mosque)

    stored = PartnerContact.objects.filter(pk=contact_id).values_list("name", "email", "phone").get()

    assert [str(text) for text in stored] == ["(sealed)"] * 3


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"name": " "}, NameMissing, "name"),
        ({"role_title": ""}, NameMissing, "role_title"),
        ({"email": "", "phone": ""}, NoWayToReach, "phone"),
        ({"email": "", "phone": "ask at the desk"}, NoWayToReach, "phone"),
        ({"email": "not an address"}, BadInput, "email"),
        ({"email": "Info@al-noor.example"}, SharedMailbox, "email"),
        ({"email": "office@al-noor.example"}, SharedMailbox, "email"),
    ],
)
def test_who_cannot_be_told_safely_is_not_added(
    changes: dict[str, str], error: type[BadInput], field: str, manager: Viewer, mosque: UUID
) -> None:
    with pytest.raises(error) as caught:
        add(manager, mosque, **changes)

    assert caught.value.field == field
    assert not PartnerContact.objects.exists()


def test_a_telephone_alone_is_enough(manager: Viewer, mosque: UUID) -> None:
    assert contact_address(SYSTEM, contact_id=add(manager, mosque, email="")).email == ""


def test_an_ended_contact_is_neither_shown_nor_reached(manager: Viewer, mosque: UUID) -> None:
    contact_id = add(manager, mosque)
    set_contact_code(SYSTEM, contact_id=contact_id, code=CODE)

    end_contact(manager, contact_id=contact_id)

    assert partner_page(manager, organization_id=mosque).contacts == ()
    with pytest.raises(NotFound):
        contact_address(manager, contact_id=contact_id)
    with pytest.raises(NotFound):
        check_contact_code(manager, contact_id=contact_id, code=CODE)
    with pytest.raises(NotFound):
        end_contact(manager, contact_id=contact_id)


def test_a_navigator_adds_ends_and_codes_nobody(manager: Viewer, mosque: UUID, navigator: Viewer) -> None:
    contact_id = add(manager, mosque)

    with pytest.raises(Denied):
        add(navigator, mosque)
    with pytest.raises(Denied):
        end_contact(navigator, contact_id=contact_id)
    with pytest.raises(Denied):
        set_contact_code(navigator, contact_id=contact_id, code=CODE)
    with pytest.raises(Denied):
        check_contact_code(navigator, contact_id=contact_id, code=CODE)


def test_a_code_is_right_only_as_it_was_set(coordinator: Viewer, manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)
    set_contact_code(coordinator, contact_id=contact_id, code=f" {CODE} ")

    assert check_contact_code(coordinator, contact_id=contact_id, code=CODE)
    assert not check_contact_code(coordinator, contact_id=contact_id, code="seven fig")
    assert CODE not in PartnerContact.objects.get(pk=contact_id).code_hash


def test_whoever_welcomed_a_partner_never_sets_its_own_code(manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)

    with pytest.raises(Denied):
        set_contact_code(manager, contact_id=contact_id, code=CODE)

    assert not PartnerContact.objects.get(pk=contact_id).code_hash


def test_a_contact_added_by_others_waits_for_somebody_who_asked_there(
    manager: Viewer, coordinator: Viewer, navigator: Viewer, mosque: UUID
) -> None:
    theirs, ours = add(coordinator, mosque), add(manager, mosque)
    unconfirmed = {
        one.id for one in partner_page(manager, organization_id=mosque).contacts if one.is_unconfirmed
    }

    confirm_contact(navigator, contact_id=ours)
    confirm_contact(coordinator, contact_id=ours)

    assert unconfirmed == {ours} != {theirs}
    assert len(events_of_kind("partnerships.contact_confirmed")) == 1
    assert not any(one.is_unconfirmed for one in partner_page(manager, organization_id=mosque).contacts)


def test_nobody_confirms_whom_they_added_themselves(clinic: UUID, manager: Viewer, mosque: UUID) -> None:
    both = a_member(clinic, Role.PARTNERSHIP_MANAGER, Role.NAVIGATOR)
    contact_id = add(both, mosque)

    for viewer in (both, manager):
        with pytest.raises(Denied):
            confirm_contact(viewer, contact_id=contact_id)


def test_no_code_set_is_never_right(coordinator: Viewer, manager: Viewer, mosque: UUID) -> None:
    assert not check_contact_code(coordinator, contact_id=a_contact(manager, mosque), code="")


def test_a_code_is_set_once(coordinator: Viewer, manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)
    set_contact_code(coordinator, contact_id=contact_id, code=CODE)

    with pytest.raises(CodeAlreadySet):
        set_contact_code(coordinator, contact_id=contact_id, code="another one")

    assert check_contact_code(coordinator, contact_id=contact_id, code=CODE)


@pytest.mark.parametrize("code", ["", "12345", "111111", "ababab", "x" * 41])
def test_a_code_that_is_easily_guessed_is_turned_away(
    coordinator: Viewer, manager: Viewer, mosque: UUID, code: str
) -> None:
    with pytest.raises(CodeTooShort):
        set_contact_code(coordinator, contact_id=a_contact(manager, mosque), code=code)


def test_after_five_wrong_codes_even_the_right_one_waits_a_quarter_of_an_hour(
    coordinator: Viewer, manager: Viewer, mosque: UUID
) -> None:
    contact_id = a_contact(manager, mosque)
    set_contact_code(coordinator, contact_id=contact_id, code=CODE)
    tries = [check_contact_code(coordinator, contact_id=contact_id, code="wrong one") for _ in range(5)]

    with pytest.raises(TooManyCodeTries):
        check_contact_code(coordinator, contact_id=contact_id, code=CODE)
    with clock.at(clock.now() + timedelta(minutes=15)):
        later = check_contact_code(coordinator, contact_id=contact_id, code=CODE)

    assert (tries, later) == ([False] * 5, True)
    assert len(events_of_kind("partnerships.contact_code_locked")) == 1


def test_a_right_code_begins_the_count_anew(coordinator: Viewer, manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)
    set_contact_code(coordinator, contact_id=contact_id, code=CODE)

    for _ in range(3):
        for _ in range(4):
            check_contact_code(coordinator, contact_id=contact_id, code="wrong one")
        assert check_contact_code(coordinator, contact_id=contact_id, code=CODE)


def test_old_wrong_codes_are_forgotten(coordinator: Viewer, manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)
    set_contact_code(coordinator, contact_id=contact_id, code=CODE)
    start = datetime(2026, 11, 24, 12, tzinfo=UTC)

    for step in range(4):
        with clock.at(start + timedelta(minutes=20 * step)):
            for _ in range(4):
                assert not check_contact_code(coordinator, contact_id=contact_id, code="wrong one")


def test_whoever_signs_in_with_the_contacts_address_is_noted_beside_it(manager: Viewer, mosque: UUID) -> None:
    before = a_user("fatima@al-noor.example")

    contact_id = add(manager, mosque, email="Fatima@Al-Noor.example")
    by_phone = add(manager, mosque, email="")

    noted = dict(PartnerContact.objects.values_list("pk", "user_id"))
    assert noted == {contact_id: before, by_phone: None}


def test_a_contact_who_gets_a_sign_in_later_is_linked_then_also_when_ended(
    manager: Viewer, mosque: UUID
) -> None:
    contact_id = add(manager, mosque, email="Fatima@Al-Noor.example")
    other = add(manager, mosque, email="rosa@al-noor.example")
    end_contact(manager, contact_id=contact_id)

    user_id = a_user("fatima@al-noor.example")
    link_newcomers(SYSTEM, recorded(events_of_kind("accounts.user_created")[-1]))

    noted = dict(PartnerContact.objects.values_list("pk", "user_id"))
    assert noted == {contact_id: user_id, other: None}


def test_only_kith_itself_links_contacts(manager: Viewer, mosque: UUID) -> None:
    add(manager, mosque)
    user_id = a_user("fatima@al-noor.example")

    assert link_contacts(manager, user_id=user_id) == 0
