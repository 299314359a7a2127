"""What is read by SQL that is written once is what the policies give, for everybody and at any moment."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Model, QuerySet
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.core.written_once import VISITOR, WrittenOnce
from kith.directory.models import Location, Service
from kith.directory.policies.place import services_at
from kith.directory.reading.facts import facts_for_lines
from kith.directory.records import PhoneRecord
from tests.factories.directory import NOBODY, a_place, a_service, an_organization, at, coordinator_of, weekly

pytestmark = pytest.mark.django_db

signed_in = replace(NOBODY, user_id=uuid7())
places = WrittenOnce(
    lambda viewer, asked: (
        services_at(viewer)
        .filter(service_id__in=asked[0])
        .order_by("id")
        .values_list("service_id", "location_id")
    )
)


def listed(name: str, *, organization_id: UUID | None = None) -> UUID:
    details = replace(
        at(a_place(), a_place(city="Secretville", is_confidential=True)),
        schedules=(weekly("MO", "09:00", "17:00"),),
        phones=(PhoneRecord(number="0115 496 0100"),),
    )
    return a_service(name, languages=["ar", "en"], details=details, organization_id=organization_id)


def test_a_visitor_reads_what_anybody_without_a_role_reads() -> None:
    ids = [listed(f"Kitchen {number}") for number in range(25)]

    for some in ([], ids[:1], ids[:7], ids):
        assert facts_for_lines(NOBODY, some) == facts_for_lines(signed_in, some)


def test_a_visitor_is_told_of_no_confidential_place_and_its_own_people_are() -> None:
    organization_id = an_organization()
    service = listed("Safe talk", organization_id=organization_id)
    own: Viewer = coordinator_of(organization_id)

    assert own.has(Role.COORDINATOR)
    assert [len(places(viewer, [service])) for viewer in (NOBODY, own, NOBODY)] == [1, 2, 1]


def test_a_place_that_becomes_confidential_is_read_no_more() -> None:
    service = listed("Kitchen")
    assert len(places(NOBODY, [service])) == 1

    Location.objects.update(is_confidential=True)

    assert places(NOBODY, [service]) == []


def test_a_list_of_any_length_is_one_statement_with_one_value() -> None:
    for many in (0, 1, 3000):
        with CaptureQueriesContext(connection) as captured:
            places(NOBODY, [uuid7() for _ in range(many)])
        assert len(captured) == 1


def test_who_has_a_role_is_asked_for_each_time() -> None:
    asked: list[Viewer] = []

    def rows(viewer: Viewer, _ids: Sequence[Collection[UUID]]) -> QuerySet[Model, tuple[UUID]]:
        asked.append(viewer)
        return services_at(viewer).values_list("id")

    read = WrittenOnce(rows)
    member = coordinator_of(an_organization())
    for viewer in (NOBODY, NOBODY, member, member):
        read(viewer)

    assert asked == [NOBODY, member, member]


def test_what_a_moment_decides_is_never_kept() -> None:
    since = WrittenOnce(
        lambda _viewer, asked: Service.objects.filter(
            pk__in=asked[0], confirmed_at__gte=clock.now()
        ).values_list("id")
    )

    with pytest.raises(TypeError):
        since(VISITOR, [uuid7()])
