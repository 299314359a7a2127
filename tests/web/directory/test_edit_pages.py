"""Editing a listing on a page: the difference before saving, stale pages, and what it said before."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.directory.models import FieldChange, Language, Organization, Schedule, Service
from tests.factories.directory import a_service, an_organization, hsds_service, taken_in
from tests.web.people_at_the_door import a_site, browser_of_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def host() -> UUID:
    host = an_organization("Northgate Together")
    a_site(host)
    return host


@pytest.fixture
def own(host: UUID) -> UUID:
    return an_organization("Harbour House")


@pytest.fixture
def service_id(own: UUID) -> UUID:
    return a_service("Sewing circle", organization_id=own, description="Tea", languages=["en", "zgh"])


@pytest.fixture
def coordinator(own: UUID) -> Client:
    return browser_of_member(Role.COORDINATOR, organization_id=own)


def opened(client: Client, address: str, **typed: str) -> dict[str, str]:
    """What the form of this page sends, with these words typed over."""
    form = client.get(address).context["form"]
    fields = {name: str(form[name].value() or "") for name in form.fields}
    return {**fields, "told": "", "only_ours": "", **typed}


def test_what_changes_is_shown_before_anything_is_saved(coordinator: Client, service_id: UUID) -> None:
    address = reverse("edit_service", args=[service_id])
    fields = opened(coordinator, address, description="Tea and talk")

    page = coordinator.post(address, fields)

    assert [(row.before, row.after) for row in page.context["rows"]] == [("Tea", "Tea and talk")]
    assert Service.objects.get().description == "Tea"
    saved = coordinator.post(address, {**fields, "step": "save"})
    assert saved["Location"] == reverse("service_history", args=[service_id])
    assert Service.objects.get().description == "Tea and talk"
    assert (
        "Typed here by the coordinator of the organisation"
        in coordinator.get(saved["Location"]).content.decode()
    )


def test_languages_and_hours_are_typed_as_people_say_them(coordinator: Client, service_id: UUID) -> None:
    address = reverse("edit_service", args=[service_id])
    fields = opened(coordinator, address)
    assert fields["languages"].splitlines()[0] == "English"

    coordinator.post(
        address,
        {
            **fields,
            "languages": fields["languages"] + "\r\nArabic",
            "schedules": "Monday, wed 9:00–17:00\r\nNot in August",
            "step": "save",
        },
    )

    assert list(Language.objects.order_by("position").values_list("code", flat=True)) == ["en", "zgh", "ar"]
    assert list(Schedule.objects.order_by("position").values_list("byday", "opens_at", "description")) == [
        ("MO,WE", "09:00", ""),
        ("", "", "Not in August"),
    ]
    assert "Monday, Wednesday 09:00–17:00" in opened(coordinator, address)["schedules"]


def test_a_closed_day_is_typed_and_read_in_ones_own_language(coordinator: Client, service_id: UUID) -> None:
    address = "/ar" + reverse("edit_service", args=[service_id])
    fields = opened(coordinator, address)

    coordinator.post(address, {**fields, "schedules": "مغلق 2026-12-25", "step": "save"})

    assert Schedule.objects.get().description == "Closed 2026-12-25"
    assert opened(coordinator, address)["schedules"] == "مغلق 2026-12-25"


def test_a_stale_page_keeps_the_typed_words_and_says_what_is_there_now(
    coordinator: Client, service_id: UUID
) -> None:
    address = reverse("edit_service", args=[service_id])
    hers = opened(coordinator, address, description="Hers", alert="Closed on Friday")
    his = opened(coordinator, address, description="His")
    coordinator.post(address, {**hers, "step": "save"})

    stale = coordinator.post(address, {**his, "step": "save"})

    assert stale.status_code == 409
    assert stale.context["form"]["description"].value() == "His"
    assert "It says now: Hers" in stale.content.decode()
    again = {**his, "seen_description": stale.context["form"]["seen_description"].value(), "step": "save"}
    assert coordinator.post(address, again).status_code == 302
    assert Service.objects.values_list("description", "alert").get() == ("His", "Closed on Friday")


def test_nothing_typed_and_bad_words_come_back_with_a_sentence(coordinator: Client, service_id: UUID) -> None:
    address = reverse("edit_service", args=[service_id])

    same = coordinator.post(address, opened(coordinator, address))
    bad = coordinator.post(address, opened(coordinator, address, email="nobody"))

    assert (same.status_code, bad.status_code) == (422, 422)
    assert "Nothing is different yet" in same.content.decode()
    assert "Write one e-mail address" in str(bad.context["form"].errors["email"])
    assert not FieldChange.objects.exists()


def test_a_field_is_put_back_and_words_are_taken_out(coordinator: Client, service_id: UUID) -> None:
    address = reverse("edit_service", args=[service_id])
    coordinator.post(address, {**opened(coordinator, address, description="At Ada's home"), "step": "save"})
    history, change = reverse("service_history", args=[service_id]), FieldChange.objects.get()

    coordinator.post(history, {"restore": str(change.id)})
    assert Service.objects.get().description == "Tea"
    coordinator.post(history, {"take_out": str(change.id), "why": "names_somebody"})

    page = coordinator.get(history).content.decode()
    assert "The words were taken out." in page
    assert "Ada" not in page


def test_a_typed_field_shows_what_the_source_says_and_goes_back_to_it(host: UUID) -> None:
    body = hsds_service(description="Food")
    taken_in(body)
    service_id = Service.objects.get().id
    curator, address = (
        browser_of_member(Role.CURATOR, organization_id=host),
        reverse("edit_service", args=[service_id]),
    )
    fields = opened(curator, address, description="Food and tea", told="on")
    curator.post(address, {**fields, "step": "save"})
    taken_in({**body, "description": "Food parcels"})

    history = reverse("service_history", args=[service_id])
    page = curator.get(history).content.decode()
    assert "Food parcels" in page
    assert "Told by phone, written by the curator of this site" in page
    curator.post(history, {"source": "description"})

    assert Service.objects.get().description == "Food parcels"


def test_an_organisation_is_edited_by_its_coordinator(coordinator: Client, own: UUID) -> None:
    address = reverse("edit_organization", args=[own])

    coordinator.post(
        address, {**opened(coordinator, address, website="https://harbour.example"), "step": "save"}
    )

    assert Organization.objects.get(pk=own).website == "https://harbour.example"
    assert coordinator.get(reverse("organization_history", args=[own])).status_code == 200


def test_others_may_not_edit(host: UUID, service_id: UUID) -> None:
    stranger = browser_of_member(Role.COORDINATOR, organization_id=an_organization("Elsewhere"))

    for name in ("edit_service", "service_history"):
        address = reverse(name, args=[service_id])
        assert stranger.get(address).status_code == 403
        assert stranger.post(address, {"description": "Ours"}).status_code == 403
        assert Client().get(address).status_code == 302
