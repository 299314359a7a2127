from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.partnerships.models import Partner, PartnerContact, PartnerPause
from kith.partnerships.queries.partner_page import partner_page
from tests.factories.partnerships import a_member, events_of_kind, in_force
from tests.web.partnerships.conftest import Town, browser_of
from tests.web.shown_again import shown_again

pytestmark = pytest.mark.django_db


def address(name: str, town: Town) -> str:
    return reverse(name, kwargs={"organization_id": town.mosque})


def test_the_people_come_before_any_figure(town: Town, manager: Client) -> None:
    in_force(town.manager, town.mosque, promises={town.mosque: 3})

    html = manager.get(address("partner_page", town)).content.decode()

    assert html.index("Fatima Noor") < html.index("within 3 of their own days") < html.index("Walnut")
    assert 'href="tel:+16175550133"' in html
    assert "Tuesdays after lunch" in html
    assert "Fatima" not in html[: html.index("</title>")]


def test_the_partner_states_its_days(town: Town, coordinator: Client) -> None:
    response = coordinator.post(
        address("set_working_days", town),
        {
            "key": uuid4(),
            "timezone": "Europe/London",
            "closed_on": "2026-12-25\r\n2027-01-01",
            "opens_1": "10:00",
            "closes_1": "16:00",
        },
    )

    partner = Partner.objects.get(organization_id=town.mosque)
    assert response.status_code == 302
    assert (partner.timezone, partner.days) == ("Europe/London", {"1": ["10:00", "16:00"]})
    assert partner.closed_on == ["2026-12-25", "2027-01-01"]
    assert 'value="10:00"' in coordinator.get(address("set_working_days", town)).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"opens_1": "10:00"}, "Give both hours"),
        ({"opens_1": "16:00", "closes_1": "10:00"}, "each day must close after it opens"),
        ({"opens_1": "ten", "closes_1": "16:00"}, "Enter a valid time"),
        ({"closed_on": "Christmas"}, "year first"),
        ({"timezone": "Middle/Earth"}, "Select a valid choice"),
    ],
)
def test_days_that_cannot_be_come_back_with_what_was_typed(
    changes: dict[str, str], words: str, town: Town, coordinator: Client
) -> None:
    sent = {"key": str(uuid4()), "timezone": "UTC", "closed_on": "", **changes}

    response = coordinator.post(address("set_working_days", town), sent)

    assert response.status_code == 422
    html = response.content.decode()
    assert words in html
    assert all(typed in html for name, typed in changes.items() if name != "timezone")
    assert Partner.objects.get(organization_id=town.mosque).days["0"] == ["09:00", "17:00"]


def test_a_pause_of_two_weeks_is_one_tap_and_a_double_click_is_one_pause(
    town: Town, coordinator: Client
) -> None:
    page = partner_page(a_member(town.mosque, Role.COORDINATOR), organization_id=town.mosque)
    html = coordinator.get(address("partner_page", town)).content.decode()
    until = html.split('name="until" value="')[1][:10]
    sent = {"key": str(uuid4()), "until": until}

    for _ in range(2):
        assert coordinator.post(address("pause_asks", town), sent).status_code == 302

    assert (date.fromisoformat(until) - page.today).days == 14
    assert [pause.last_on for pause in PartnerPause.objects.all()] == [date.fromisoformat(until)]
    assert len(events_of_kind("partnerships.asks_paused")) == 1
    assert "Take requests again" in coordinator.get(address("partner_page", town)).content.decode()

    coordinator.post(address("resume_asks", town), {"key": uuid4()})
    assert not PartnerPause.objects.exists()

    coordinator.post(address("pause_asks", town), sent)
    assert PartnerPause.objects.exists()


def test_resuming_on_a_stale_page_says_so(town: Town, coordinator: Client) -> None:
    response = coordinator.post(address("resume_asks", town), {"key": uuid4()})

    assert response.status_code == 409


def test_the_limit_and_the_word_are_changed(town: Town, coordinator: Client) -> None:
    coordinator.post(address("set_open_asks_limit", town), {"key": uuid4(), "limit": "4"})
    coordinator.post(address("change_code_word", town), {"key": uuid4(), "code_word": "Olive"})
    wrong = coordinator.post(address("set_open_asks_limit", town), {"key": uuid4(), "limit": "0"})

    partner = Partner.objects.get(organization_id=town.mosque)
    assert (partner.max_open_asks, partner.code_word, wrong.status_code) == (4, "Olive", 422)


def test_a_person_is_added_and_an_office_mailbox_is_not(town: Town, coordinator: Client) -> None:
    shown_again(coordinator)
    sent = {
        "key": uuid4(),
        "name": "Idris Ali",
        "role_title": "Imam",
        "phone": "617 555 0134",
        "email": "info@al-noor.example",
        "best_time": "",
        "language": "ar",
    }
    refused = coordinator.post(address("add_contact", town), sent)
    added = coordinator.post(
        address("add_contact", town), {**sent, "key": uuid4(), "email": "idris@al-noor.example"}
    )

    assert (refused.status_code, added.status_code) == (422, 302)
    assert "Others may read this mailbox" in refused.content.decode()
    assert "Idris Ali" in coordinator.get(address("partner_page", town)).content.decode()


def test_an_own_code_is_typed_twice_and_never_shown(town: Town, coordinator: Client) -> None:
    shown_again(coordinator)
    page = reverse("set_own_code", kwargs={"contact_id": town.contact})

    wrong = coordinator.post(page, {"key": uuid4(), "code": "seven figs", "again": "seven fig"})
    right = coordinator.post(page, {"key": uuid4(), "code": "seven figs", "again": "seven figs"})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "seven fig" not in wrong.content.decode()
    assert PartnerContact.objects.get(pk=town.contact).code_hash
    assert "has a code already" in coordinator.get(page).content.decode()


def test_a_person_who_left_is_no_longer_shown(town: Town, coordinator: Client) -> None:
    shown_again(coordinator)

    coordinator.post(reverse("end_contact", kwargs={"contact_id": town.contact}), {"key": uuid4()})

    assert "Fatima Noor" not in coordinator.get(address("partner_page", town)).content.decode()


def test_a_partner_is_welcomed_from_the_directory(town: Town, manager: Client) -> None:
    page = reverse("welcome_partner", kwargs={"organization_id": town.elsewhere})
    sent = {"key": uuid4(), "code_word": "Harbour", "timezone": "UTC", "closed_on": ""}

    first = manager.post(page, sent)
    again = manager.post(page, sent)
    anew = manager.post(page, {**sent, "key": uuid4()})

    assert (first.status_code, again.status_code, anew.status_code) == (302, 302, 409)
    assert Partner.objects.filter(organization_id=town.elsewhere).count() == 1


def test_a_partner_that_is_not_listed_is_added_and_welcomed_or_neither(town: Town, manager: Client) -> None:
    sent = {
        "name": "Choir",
        "description": "Sings",
        "kind": "community",
        "timezone": "UTC",
        "closed_on": "",
    }
    page = reverse("welcome_new_partner")

    short = manager.post(page, {**sent, "key": uuid4(), "code_word": "ab"})
    good = manager.post(page, {**sent, "key": uuid4(), "code_word": "Quaver"})

    assert (short.status_code, good.status_code) == (422, 302)
    assert manager.get(reverse("partners_list")).content.decode().count("Choir") == 1


def test_only_the_host_welcomes_and_a_partner_is_offered_no_button(town: Town) -> None:
    theirs = browser_of(a_member(town.mosque, Role.PARTNERSHIP_MANAGER))

    response = theirs.post(
        reverse("welcome_new_partner"),
        {
            "key": uuid4(),
            "name": "Choir",
            "description": "Sings",
            "kind": "community",
            "code_word": "Quaver",
            "timezone": "UTC",
            "closed_on": "",
        },
    )

    listed = theirs.post(
        reverse("welcome_partner", kwargs={"organization_id": town.elsewhere}),
        {"key": uuid4(), "code_word": "Quaver", "timezone": "UTC", "closed_on": ""},
    )

    assert (response.status_code, listed.status_code) == (404, 404)
    assert not Partner.objects.filter(organization_id=town.elsewhere).exists()
    assert reverse("find_partner") not in theirs.get(reverse("partners_list")).content.decode()


def test_looking_in_the_directory_changes_nothing(town: Town, manager: Client) -> None:
    response = manager.get(reverse("find_partner"), {"words": "harbour"})

    assert response.status_code == 200
    assert Partner.objects.count() == 1


def test_a_navigator_sees_no_button_that_would_not_work(town: Town) -> None:
    navigator = browser_of(a_member(town.clinic, Role.NAVIGATOR))

    html = navigator.get(address("partner_page", town)).content.decode()
    main = html[html.index("<main") : html.index("</main>")]

    assert "<button" not in main
    assert "Add a person" not in main


def test_links_hold_no_name(town: Town, manager: Client) -> None:
    html = manager.get(address("partner_page", town)).content.decode()

    assert str(town.contact) in html
    assert isinstance(town.contact, UUID)
    assert "/fatima" not in html.lower()


def test_only_the_hosts_admin_is_offered_to_invite_a_partners_first_admin(
    town: Town, manager: Client
) -> None:
    admin = browser_of(a_member(town.clinic, Role.ADMIN))
    offered = reverse("team", kwargs={"organization_id": town.mosque})

    assert offered in admin.get(address("partner_page", town)).content.decode()
    assert offered not in manager.get(address("partner_page", town)).content.decode()
    a_member(town.mosque, Role.ADMIN)
    assert offered not in admin.get(address("partner_page", town)).content.decode()


@pytest.mark.parametrize("page", ["set_own_code", "end_contact", "add_contact"])
def test_whom_we_tell_is_changed_only_by_who_shows_that_it_is_them(
    page: str, town: Town, manager: Client, coordinator: Client
) -> None:
    part = {"organization_id": town.mosque} if page == "add_contact" else {"contact_id": town.contact}

    for browser in (manager, coordinator):
        response = browser.post(reverse(page, kwargs=part), {"key": uuid4(), "code": "seven figs"})
        assert (response.status_code, PartnerContact.objects.get().is_active) == (302, True)
        shown = shown_again(browser).get(reverse(page, kwargs=part))
        assert shown.status_code == (403 if (page, browser) == ("set_own_code", manager) else 200)


def test_a_new_contact_is_confirmed_by_a_worker_who_asked_there(town: Town, manager: Client) -> None:
    navigator = browser_of(a_member(town.clinic, Role.NAVIGATOR))
    PartnerContact.objects.update(confirmed_at=None, added_by=town.manager.user_id)
    page = reverse("confirm_contact", kwargs={"contact_id": town.contact})
    offered = page in navigator.get(address("partner_page", town)).content.decode()

    by_who_added = manager.post(page, {"key": uuid4(), "asked_there": "on"})
    without_asking = navigator.post(page, {"key": uuid4()})
    confirmed = navigator.post(page, {"key": uuid4(), "asked_there": "on"})

    assert offered
    assert (by_who_added.status_code, without_asking.status_code, confirmed.status_code) == (403, 422, 302)
    assert page not in navigator.get(address("partner_page", town)).content.decode()
