"""A listing is edited field by field: nothing of somebody else is lost, and what it said before is kept."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest

from kith.core.errors import BadInput, Denied, NotFound
from kith.core.marks import is_mark_of
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from kith.directory.actions.edit_listing import edit_listing
from kith.directory.actions.restore_field import restore_field
from kith.directory.actions.restore_to_source import restore_to_source
from kith.directory.actions.take_out_field_change import take_out_field_change
from kith.directory.errors import ListingChangedMeanwhile, SourceWordsTakenOut, WordsTakenOut
from kith.directory.keeping.changing import place_of
from kith.directory.keeping.current import mark_of_text
from kith.directory.keeping.listing import texts_of
from kith.directory.models import FieldChange, Organization, Phone, Schedule, Service, TypedHere
from kith.directory.policies.field_change import May, field_changes
from kith.directory.queries.find_services import find_services
from kith.directory.queries.service_page import service_page
from kith.directory.records import PhoneRecord, ServiceDetails
from kith.directory.terms import ChangedHow, ListingKind, TakenOutWhy
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
)

pytestmark = pytest.mark.django_db


def marks(viewer: Viewer, listing: Service | Organization) -> dict[str, str]:
    return {name: mark_of_text(text) for name, text in texts_of(viewer, listing).items()}


def edited(viewer: Viewer, service_id: UUID, *, is_confidential: bool = False, **typed: str) -> None:
    """What the viewer typed after they had seen the listing as it is."""
    service = Service.objects.get(pk=service_id)
    edit_listing(
        viewer,
        kind=ListingKind.SERVICE,
        listing_id=service_id,
        typed=typed,
        seen=marks(viewer, service),
        how=ChangedHow.EDIT,
        is_confidential=is_confidential,
    )


def history(service_id: UUID) -> list[tuple[str, str, str, str]]:
    rows = FieldChange.objects.filter(resource_id=service_id).order_by("changed_at", "pk")
    return [(row.field_name, row.previous_value, row.replacement_value, row.how) for row in rows]


def test_an_edit_changes_what_people_read_and_keeps_what_stood_there() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, description="Tea and talk", languages=["en"])

    edited(
        coordinator_of(own),
        service_id,
        description="Tea, talk and sewing",
        phones="020 7946 0000, ext 12, front desk\n116 123",
        languages="en\nar",
        schedules="MO,WE 09:00-17:00\nClosed in August",
        minimum_age="16",
    )

    page = service_page(NOBODY, service_id=service_id)
    assert page.description == "Tea, talk and sewing"
    assert [(one.number, one.extension, one.description) for one in page.phones] == [
        ("020 7946 0000", "12", "front desk"),
        ("116 123", "", ""),
    ]
    assert [one.code for one in page.line.languages] == ["en", "ar"]
    assert page.line.week.words == ("Closed in August",)
    assert page.minimum_age == 16
    assert (
        find_services(NOBODY, words="sewing", near="", topics=(), languages=(), facts=(), page=1).total == 1
    )
    assert ("description", "Tea and talk", "Tea, talk and sewing", "edit") in history(service_id)
    assert ("languages", "en", "en\nar", "edit") in history(service_id)
    assert len(history(service_id)) == 5


def test_closed_days_are_lines_that_stay_as_they_are() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    lines = "MO 09:00-17:00\nClosed 2026-12-25\nClosed 2026-12-28 – 2026-12-31\nClosed 05-01"

    edited(coordinator_of(own), service_id, schedules=lines.replace("Closed 05", "closed 05"))

    rows = Schedule.objects.filter(service_id=service_id, freq="").order_by("description")
    assert [(one.description, one.valid_from, one.valid_to) for one in rows] == [
        ("Closed 05-01", None, None),
        ("Closed 2026-12-25", date(2026, 12, 25), date(2026, 12, 25)),
        ("Closed 2026-12-28 – 2026-12-31", date(2026, 12, 28), date(2026, 12, 31)),
    ]
    assert ("schedules", "", lines, "edit") in history(service_id)
    edited(coordinator_of(own), service_id, schedules=lines.replace("\nClosed 05-01", ""))
    assert Schedule.objects.filter(service_id=service_id).count() == 3


@pytest.mark.parametrize("line", ["Closed 2026-2-30", "Closed 2026-12-32", "closed 2026-12-28 – 2026-12-01"])
def test_a_closed_day_that_is_none_is_turned_down_with_a_sentence(line: str) -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)

    with pytest.raises(BadInput) as caught:
        edited(coordinator_of(own), service_id, schedules=line)

    assert caught.value.field == "schedules"


@pytest.mark.parametrize("age", ["131", "0000000011999999", "1" + 30 * "0", "-1", "1.5"])
def test_an_age_that_nobody_has_is_turned_down(age: str) -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)

    with pytest.raises(BadInput):
        edited(coordinator_of(own), service_id, minimum_age=age)


def test_the_trail_holds_marks_that_fit_the_words_and_never_the_words() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)

    edited(coordinator_of(own), service_id, description="Sewing on Tuesdays")

    event, change = Event.objects.get(kind="directory.listing_changed"), FieldChange.objects.get()
    assert event.payload["field_codes"] == ["description"]
    change_id, mark = event.payload["change_digests"][0].split(":", 1)
    assert change_id == str(change.id)
    assert is_mark_of(mark, "Sewing on Tuesdays", place=place_of(change))
    assert "Sewing" not in str(event.payload)


def test_rows_whose_line_did_not_change_stay_as_they_are() -> None:
    numbers = (PhoneRecord(number="020 7946 0000", type="fax"), PhoneRecord(number="020 7946 0001"))
    own = an_organization()
    service_id = a_service(organization_id=own, details=ServiceDetails(phones=numbers))
    fax = Phone.objects.get(type="fax")

    edited(coordinator_of(own), service_id, phones="116 123\n020 7946 0000")

    assert list(Phone.objects.order_by("position").values_list("number", "type")) == [
        ("116 123", ""),
        ("020 7946 0000", "fax"),
    ]
    assert Phone.objects.get(type="fax").id == fax.id


def test_a_stale_page_overwrites_nobody_and_names_the_fields() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    seen = marks(SYSTEM, Service.objects.get())
    edited(coordinator_of(own), service_id, description="Hers")

    def his(typed: Mapping[str, str]) -> UUID:
        return edit_listing(
            coordinator_of(own),
            kind=ListingKind.SERVICE,
            listing_id=service_id,
            typed=typed,
            seen=seen,
            how=ChangedHow.EDIT,
            is_confidential=False,
        )

    with pytest.raises(ListingChangedMeanwhile) as stale:
        his({"description": "His", "alert": "Closed on Friday"})
    assert stale.value.fields == ("description",)
    assert Service.objects.get().alert == ""

    his({"description": "Hers", "alert": "Closed on Friday"})

    assert Service.objects.values_list("description", "alert").get() == ("Hers", "Closed on Friday")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", " "),
        ("name", "x" * 301),
        ("description", "x" * 10_001),
        ("email", "nobody"),
        ("url", "javascript:alert(1)"),
        ("minimum_age", "-1"),
        ("minimum_age", "9999999999"),
        ("status", "gone fishing"),
        ("phones", "ask at the door"),
        ("languages", "\n".join(f"language {one}" for one in range(61))),
    ],
)
def test_what_cannot_be_used_names_its_field_and_changes_nothing(field: str, typed: str) -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)

    with pytest.raises(BadInput) as bad:
        edited(coordinator_of(own), service_id, alert="Closed", **{field: typed})

    assert bad.value.field == field
    assert not FieldChange.objects.exists()
    assert Service.objects.get().alert == ""


def test_nobody_can_be_between_two_ages_that_cross() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, details=ServiceDetails(maximum_age=18))

    with pytest.raises(BadInput) as bad:
        edited(coordinator_of(own), service_id, minimum_age="60")

    assert bad.value.field == "maximum_age"


def test_its_own_keepers_and_the_hosts_curators_edit_and_nobody_else() -> None:
    host, own = a_host(), an_organization()
    service_id = a_service(organization_id=own)
    for at_turn, (organization_id, role, may) in enumerate(
        (
            (own, Role.COORDINATOR, True),
            (own, Role.CURATOR, True),
            (own, Role.ADMIN, True),
            (own, Role.NAVIGATOR, False),
            (host, Role.CURATOR, True),
            (host, Role.ADMIN, True),
            (host, Role.NAVIGATOR, False),
            (host, Role.COORDINATOR, False),
            (an_organization("Elsewhere"), Role.ADMIN, False),
        )
    ):
        viewer, text = staff(role, organization_id=organization_id), f"turn {at_turn}"
        if may:
            edited(viewer, service_id, alert=text)
            assert Service.objects.get().alert == text
            continue
        with pytest.raises(Denied):
            edited(viewer, service_id, alert=text)
    with pytest.raises(Denied):
        edited(NOBODY, service_id, alert="nobody")


def test_an_organisation_is_edited_too() -> None:
    own = an_organization()

    edit_listing(
        coordinator_of(own),
        kind=ListingKind.ORGANIZATION,
        listing_id=own,
        typed={"website": "https://harbour.example", "phones": "116 123"},
        seen=marks(SYSTEM, Organization.objects.get()),
        how=ChangedHow.TOLD_BY_PHONE,
        is_confidential=False,
    )

    assert Organization.objects.get().website == "https://harbour.example"
    assert Phone.objects.values_list("organization_id", "number").get() == (own, "116 123")
    assert {(row.field_name, row.how) for row in FieldChange.objects.all()} == {
        ("website", "told_by_phone"),
        ("phones", "told_by_phone"),
    }


def test_what_was_typed_stays_when_the_source_changes_and_what_it_says_now_is_kept_beside() -> None:
    body = hsds_service(
        description="Food", fees_description="Free", phones=[{"id": source_id("line"), "number": "116 123"}]
    )
    taken_in(body)
    service = Service.objects.get()
    edited(SYSTEM, service.id, description="Food and tea", phones="020 7946 0000, kitchen")

    taken_in({**body, "description": "Food parcels", "phones": [], "fees_description": "One pound"})

    service.refresh_from_db()
    assert (service.description, service.fees_description) == ("Food and tea", "One pound")
    assert Phone.objects.values_list("number", "description").get() == ("020 7946 0000", "kitchen")
    assert dict(TypedHere.objects.values_list("field_name", "source_value")) == {
        "description": "Food parcels",
        "phones": "",
    }
    assert [row for row in history(service.id) if row[3] == "import"] == [
        ("fees_description", "Free", "One pound", "import")
    ]


def test_a_field_goes_back_to_its_source_which_keeps_it_from_then_on() -> None:
    body = hsds_service(description="Food")
    taken_in(body)
    service = Service.objects.get()
    edited(SYSTEM, service.id, description="Food and tea")
    taken_in({**body, "description": "Food parcels"})

    restore_to_source(SYSTEM, kind=ListingKind.SERVICE, listing_id=service.id, field_name="description")
    assert Service.objects.get().description == "Food parcels"
    taken_in({**body, "description": "Food boxes"})

    assert Service.objects.get().description == "Food boxes"
    assert [row[1:] for row in history(service.id)] == [
        ("Food", "Food and tea", "edit"),
        ("Food and tea", "Food parcels", "restored"),
        ("Food parcels", "Food boxes", "import"),
    ]
    with pytest.raises(NotFound):
        restore_to_source(SYSTEM, kind=ListingKind.SERVICE, listing_id=service.id, field_name="description")


def test_what_was_kept_back_stays_so_when_the_field_goes_back_to_its_source() -> None:
    taken_in(hsds_service(description="Food"))
    service = Service.objects.get()
    edited(
        coordinator_of(service.organization_id), service.id, is_confidential=True, description="Ask for Ade"
    )
    curator = staff(Role.CURATOR, organization_id=a_host())

    restore_to_source(curator, kind=ListingKind.SERVICE, listing_id=service.id, field_name="description")

    assert history(service.id)[-1] == ("description", "Ask for Ade", "Food", "restored")
    assert not field_changes(NOBODY, May.READ).exists()


@pytest.mark.parametrize(("field", "text"), [("name", "Ade's kitchen"), ("status", "inactive")])
def test_a_field_does_not_go_back_to_words_of_its_source_that_were_taken_out(field: str, text: str) -> None:
    taken_in(hsds_service(name="Mrs Ade at home"))
    service = Service.objects.get()
    edited(SYSTEM, service.id, **{field: text})
    change = FieldChange.objects.get()
    take_out_field_change(SYSTEM, change_id=change.id, why=TakenOutWhy.NAMES_SOMEBODY)

    with pytest.raises(SourceWordsTakenOut):
        restore_to_source(SYSTEM, kind=ListingKind.SERVICE, listing_id=service.id, field_name=field)

    assert texts_of(SYSTEM, Service.objects.get())[field] == text
    assert TypedHere.objects.get().value == text


def test_an_organisation_of_a_source_keeps_what_was_typed() -> None:
    body = hsds_service()
    taken_in(body)
    row = Organization.objects.get()
    edit_listing(
        SYSTEM,
        kind=ListingKind.ORGANIZATION,
        listing_id=row.id,
        typed={"name": "Riverside Neighbours", "phones": "116 123"},
        seen=marks(SYSTEM, row),
        how=ChangedHow.EDIT,
        is_confidential=False,
    )
    organization = {**body["organization"], "description": "Since 1990"}  # type: ignore[dict-item]

    taken_in({**body, "organization": organization})

    row.refresh_from_db()
    assert (row.name, row.description) == ("Riverside Neighbours", "Since 1990")
    assert Phone.objects.get().number == "116 123"


def test_an_earlier_text_is_restored_and_stays() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, languages=["en"])
    edited(coordinator_of(own), service_id, languages="ar")

    restore_field(coordinator_of(own), change_id=FieldChange.objects.get().id)

    assert [one.code for one in service_page(NOBODY, service_id=service_id).line.languages] == ["en"]
    assert history(service_id)[-1] == ("languages", "ar", "en", "restored")


def test_words_are_taken_out_everywhere_in_the_history_and_never_come_back() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, description="Tea")
    keeper = coordinator_of(own)
    edited(keeper, service_id, description="Ask for Mrs Ade at home")
    edited(keeper, service_id, description="Ask at the desk")
    first, second = FieldChange.objects.order_by("changed_at", "pk")

    take_out_field_change(keeper, change_id=first.id, why=TakenOutWhy.NAMES_SOMEBODY)

    assert history(service_id) == [("description", "", "", "edit"), ("description", "", "", "edit")]
    assert Service.objects.get().description == "Ask at the desk"
    assert Event.objects.filter(kind="directory.field_change_taken_out").count() == 2
    with pytest.raises(WordsTakenOut):
        restore_field(keeper, change_id=second.id)


def test_a_change_that_gives_a_hidden_street_away_is_for_its_own_organisation_alone() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, details=at(a_place(is_confidential=True)))
    keeper = coordinator_of(own)
    edited(keeper, service_id, description="Come to 12, MILL lane")
    edited(keeper, service_id, description="Call us first")
    edited(keeper, service_id, alert="For our eyes", is_confidential=True)
    edited(keeper, service_id, url="https://harbour.example")

    for viewer, seen in (
        (NOBODY, {"url"}),
        (staff(Role.CURATOR, organization_id=a_host()), {"url"}),
        (keeper, {"description", "alert", "url"}),
        (SYSTEM, {"description", "alert", "url"}),
    ):
        rows = field_changes(viewer, May.READ)
        assert set(rows.values_list("field_name", flat=True)) == seen
        kept = field_changes(viewer, May.KEEP)
        assert set(kept.values_list("field_name", flat=True)) == (seen if viewer != NOBODY else set())
