"""A partner is asked by one mail whether its listing is still right, and answers with one press."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from kith.core import clock
from kith.core.models import Event
from kith.core.viewer import Viewer
from kith.directory.actions.add_service import add_service
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.edit_listing import edit_listing
from kith.directory.keeping.current import mark_of_text
from kith.directory.models import Service
from kith.directory.records import ServiceDetails
from kith.directory.terms import ChangedHow, ConfirmedHow, ListingKind, Topic
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.listeners.write_routine_mail import write_routine_mail
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import SYSTEM, a_contact
from tests.promises.seats import press

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def contact_id(manager: Viewer, mosque: UUID) -> UUID:
    return a_contact(manager, mosque)


def listed(organization_id: UUID, name: str, *topics: Topic) -> UUID:
    return add_service(
        SYSTEM,
        organization_id=organization_id,
        name=name,
        description="",
        languages=["ar"],
        topics=topics,
        details=ServiceDetails(),
    )


def asked_after(days: int) -> list[str]:
    """The mails about listings, after the job ran that many days from now, twice."""
    with clock.at(clock.now() + timedelta(days=days)):
        write_routine_mail(SYSTEM)
        write_routine_mail(SYSTEM)
    return [one.body for one in OutgoingMessage.objects.filter(about_kind="organization")]


def address_in(body: str) -> str:
    return "/l/" + body.split("/l/")[1].split(maxsplit=1)[0]


def stamps_in(page: str) -> list[str]:
    """What the form sends of each service: which one, in which state."""
    return re.findall(r'name="shown" value="([^"]+)"', page)


def test_a_partner_gets_one_mail_not_in_its_first_week_and_not_while_one_is_open(
    mosque: UUID, contact_id: UUID
) -> None:
    listed(mosque, "Friday meal")
    listed(mosque, "Listening circle")

    assert [len(asked_after(days)) for days in (6, 7, 8, 36, 38)] == [0, 1, 1, 1, 2]
    assert "Our code word: Walnut" in OutgoingMessage.objects.all()[0].body.splitlines()[0]


def test_what_was_confirmed_is_asked_about_again_after_the_days_of_the_setting(
    mosque: UUID, contact_id: UUID
) -> None:
    service_id = listed(mosque, "Friday meal")
    confirm_listing(SYSTEM, service_id=service_id, how=ConfirmedHow.BY_PHONE)

    assert [len(asked_after(days)) for days in (30, 179, 180)] == [0, 0, 1]


def test_help_in_a_crisis_is_asked_about_sooner(mosque: UUID, contact_id: UUID) -> None:
    service_id = listed(mosque, "Night line", Topic.CRISIS)
    confirm_listing(SYSTEM, service_id=service_id, how=ConfirmedHow.BY_PHONE)

    assert [len(asked_after(days)) for days in (29, 30)] == [0, 1]


def test_a_partner_that_pauses_or_has_no_address_is_not_asked(
    manager: Viewer, coordinator: Viewer, mosque: UUID
) -> None:
    listed(mosque, "Friday meal")
    assert asked_after(10) == []

    a_contact(manager, mosque)
    pause_asks(coordinator, organization_id=mosque, until=clock.today("UTC") + timedelta(days=20))

    assert [len(asked_after(days)) for days in (20, 21)] == [0, 1]


def test_looking_changes_nothing_and_one_press_confirms_what_was_shown_once(
    mosque: UUID, contact_id: UUID
) -> None:
    listed(mosque, "Friday meal")
    circle = listed(mosque, "Listening circle")
    address, phone = address_in(asked_after(10)[0]), Client()

    with clock.at(clock.now() + timedelta(days=11)):
        for _scanner in range(3):
            page = phone.get(address).content.decode()
        assert "Friday meal" in page
        assert "Walnut" in page
        assert not Service.objects.filter(confirmed_at__isnull=False).exists()
        first = press(phone, address, shown=stamps_in(page), wrong=str(circle))
        again = press(phone, address, shown=stamps_in(page))
        seen = phone.get(first["Location"]).content.decode()

    assert first["Location"] == again["Location"] == f"/organizations/{mosque}/"
    assert "Checked today" in seen
    assert "Not yet checked by a person" in seen
    assert list(Service.objects.filter(confirmed_at__isnull=False).values_list("name", "confirmed_how")) == [
        ("Friday meal", "by_mail")
    ]
    assert Event.objects.filter(kind="directory.listing_confirmed").count() == 1
    assert phone.get(address).status_code == 410


def test_a_press_that_finds_all_of_it_wrong_says_so_and_brings_no_mail_for_30_days(
    mosque: UUID, contact_id: UUID
) -> None:
    meal = str(listed(mosque, "Friday meal"))
    address, phone = address_in(asked_after(10)[0]), Client()

    with clock.at(clock.now() + timedelta(days=11)):
        shown = stamps_in(phone.get(address).content.decode())
        answer = press(phone, address, shown=shown, wrong=meal)
        page = phone.get(answer["Location"]).content.decode()

    assert answer["Location"] == "/report-a-mistake/"
    assert "Nothing was confirmed. Please tell us here what is wrong." in page
    assert "checked this today" not in page
    assert [len(asked_after(days)) for days in (12, 39, 41)] == [1, 1, 2]


def test_words_that_changed_after_the_page_was_opened_are_shown_again_before_they_are_confirmed(
    coordinator: Viewer, mosque: UUID, contact_id: UUID
) -> None:
    meal = listed(mosque, "Friday meal")
    address, phone = address_in(asked_after(10)[0]), Client()

    with clock.at(clock.now() + timedelta(days=11)):
        seen = stamps_in(phone.get(address).content.decode())
        edit_listing(
            coordinator,
            kind=ListingKind.SERVICE,
            listing_id=meal,
            typed={"description": "Soup at noon."},
            seen={"description": mark_of_text("")},
            how=ChangedHow.EDIT,
            is_confidential=False,
        )
        again = press(phone, address, shown=seen).content.decode()
        assert "Something here changed after you opened this page." in again
        assert "Soup at noon." in again
        assert not Service.objects.filter(confirmed_at__isnull=False).exists()
        press(phone, address, shown=stamps_in(again))

    assert Service.objects.filter(confirmed_at__isnull=False).count() == 1


def test_a_link_confirms_nothing_of_others_and_ends_with_its_person(
    manager: Viewer, mosque: UUID, clinic: UUID, contact_id: UUID
) -> None:
    listed(mosque, "Friday meal")
    others = listed(clinic, "Walk-in")
    address = address_in(asked_after(10)[0])

    with clock.at(clock.now() + timedelta(days=11)):
        press(Client(), address, shown=str(others))
        assert not Service.objects.filter(confirmed_at__isnull=False).exists()

    assert len(asked_after(20)) == 1
    second = address_in(asked_after(41)[-1])
    a_contact(manager, mosque, "Idris Ali")
    end_contact(manager, contact_id=contact_id)
    with clock.at(clock.now() + timedelta(days=42)):
        assert Client().get(second).status_code in {404, 410}
