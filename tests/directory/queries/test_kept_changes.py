"""Programs read who changed what of a listing, as HSDS metadata, and the day on which a person confirmed it."""

from datetime import UTC, date, datetime

import pytest

from kith.core import clock
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.set_licence import set_licence
from kith.directory.actions.take_out_field_change import take_out_field_change
from kith.directory.models import FieldChange, Service
from kith.directory.queries.whole_services import whole_services
from kith.directory.records import MetadataRecord, ServiceRecord
from kith.directory.terms import ConfirmedHow, TakenOutWhy
from kith.exchange.hsds.to_body import to_body
from tests.directory.actions.test_edit_listing import edited
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_service,
    an_organization,
    coordinator_of,
    hsds_service,
    taken_in,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def served() -> ServiceRecord:
    return whole_services(NOBODY, service_ids=[Service.objects.get().id])[0]


def told(record: ServiceRecord) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.field_name, one.previous_value, one.replacement_value, one.last_action_type, one.updated_by)
        for one in record.details.metadata
    ]


def test_a_change_is_served_with_the_role_of_who_made_it_and_never_a_name() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, description="Tea")

    with clock.at(NOON):
        edited(coordinator_of(own), service_id, description="Tea and talk", what_to_expect="Ring the bell")

    assert told(served()) == [
        ("description", "Tea", "Tea and talk", "edit", "coordinator of the organisation")
    ]
    change = served().details.metadata[0]
    assert isinstance(change, MetadataRecord)
    assert to_body("metadata", change)["last_action_date"] == "2026-11-24"
    assert change.resource_key == str(service_id)


def test_neither_a_change_kept_back_nor_one_taken_out_is_served_to_anybody() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    keeper = coordinator_of(own)
    edited(keeper, service_id, description="12 Mill Lane", is_confidential=True)
    edited(keeper, service_id, alert="Ask for Ada")
    change = FieldChange.objects.get(field_name="alert")
    take_out_field_change(keeper, change_id=change.id, why=TakenOutWhy.NAMES_SOMEBODY)

    for viewer in (NOBODY, keeper, SYSTEM):
        assert not whole_services(viewer, service_ids=[service_id])[0].details.metadata


def test_a_change_that_came_with_a_list_names_the_list() -> None:
    body = hsds_service(description="Food")
    taken_in(body)
    set_licence(SYSTEM, source_name="Riverside List", licence="CC0-1.0", licence_url="", attribution="")

    taken_in({**body, "description": "Food parcels"})

    assert told(served()) == [("description", "Food", "Food parcels", "import", "Riverside List")]


def test_the_day_of_a_persons_word_here_goes_before_the_day_a_source_claims() -> None:
    taken_in(hsds_service(assured_date="2026-11-26", assurer_email="list@riverside.example"))
    set_licence(SYSTEM, source_name="Riverside List", licence="CC0-1.0", licence_url="", attribution="")
    claimed = served().details
    with clock.at(NOON):
        confirm_listing(SYSTEM, service_id=Service.objects.get().id, how=ConfirmedHow.BY_PHONE)

    assert (claimed.assured_on, claimed.assurer_email) == (date(2026, 11, 26), "list@riverside.example")
    assert (served().details.assured_on, served().details.assurer_email) == (date(2026, 11, 24), "")
