import pytest

from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.queries.events_of_kinds import events_of_kinds
from kith.core.viewer import Role
from tests.factories.core import staff, thing_done

pytestmark = pytest.mark.django_db
OURS = uuid7()
OFFICER = staff(Role.PRIVACY_OFFICER, organization_id=OURS)


def test_other_kinds_do_not_push_them_out(django_assert_num_queries) -> None:
    rare = Event.objects.get(pk=thing_done(staff(organization_id=OURS)))
    Event.objects.bulk_create(
        Event(
            at=rare.at,
            kind="other",
            subject_kind="x",
            subject_id=uuid7(),
            acting_organization_id=OURS,
            payload={},
        )
        for _ in range(50)
    )

    with django_assert_num_queries(1):
        lines = events_of_kinds(OFFICER, kinds=[rare.kind, "never"], limit=10)

    assert [line.id for line in lines] == [rare.id]


def test_only_the_newest_and_only_what_the_viewer_may_see() -> None:
    ours = [thing_done(staff(organization_id=OURS)) for _ in range(3)]
    thing_done(staff(organization_id=uuid7()))
    kinds = {Event.objects.get(pk=ours[0]).kind}

    assert {line.id for line in events_of_kinds(OFFICER, kinds=kinds, limit=2)} <= set(ours)
    assert len(events_of_kinds(OFFICER, kinds=kinds, limit=2)) == 2
    assert len(events_of_kinds(OFFICER, kinds=kinds, limit=9)) == 3
    assert events_of_kinds(staff(Role.ADMIN, organization_id=OURS), kinds=kinds, limit=9) == []
