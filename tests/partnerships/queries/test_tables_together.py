"""At one table with another organisation: the next meeting, and what each still has to do."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.core.viewer import Door, Viewer
from kith.partnerships.models import ActionItem, Meeting, Partnership, Seat
from kith.partnerships.queries.tables_together import tables_together
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(clinic: UUID, mosque: UUID) -> Partnership:
    made = Partnership.objects.create(
        name="Evening company", issue="", begun_by_id=clinic, begun_at=TUESDAY, timezone="UTC"
    )
    for place, organization_id in enumerate((clinic, mosque)):
        Seat.objects.create(partnership=made, organization_id=organization_id, place=place, joined_at=TUESDAY)
    return made


def meets(table: Partnership, clinic: UUID, *, days: int, is_off: bool = False) -> Meeting:
    return Meeting.objects.create(
        partnership=table,
        starts_at=TUESDAY + timedelta(days=days),
        planned_by_id=clinic,
        called_off_at=TUESDAY if is_off else None,
    )


def test_the_next_meeting_and_what_is_to_do_stand_there(
    manager: Viewer, clinic: UUID, mosque: UUID, table: Partnership
) -> None:
    meets(table, clinic, days=-3)
    meets(table, clinic, days=2, is_off=True)
    meets(table, clinic, days=9)
    following = meets(table, clinic, days=5)
    for organization_id, done_at in ((clinic, None), (mosque, None), (mosque, None), (mosque, TUESDAY)):
        ActionItem.objects.create(
            partnership=table,
            words="Phone the others",
            organization_id=organization_id,
            due_on=TUESDAY.date(),
            done_at=done_at,
        )

    (found,) = tables_together(manager, organization_id=mosque)

    assert (found.meeting_id, found.meets_at) == (following.pk, following.starts_at)
    assert (found.ours_to_do, found.theirs_to_do) == (1, 2)


def test_a_table_that_one_of_the_two_has_left_is_not_theirs_together(
    manager: Viewer, mosque: UUID, table: Partnership
) -> None:
    Seat.objects.filter(partnership=table, organization_id=mosque).update(left_at=TUESDAY)

    assert tables_together(manager, organization_id=mosque) == []


def test_others_see_no_table(stranger: Viewer, mosque: UUID, table: Partnership) -> None:
    assert tables_together(stranger, organization_id=mosque) == []
    assert tables_together(Viewer.nobody(Door.PUBLIC), organization_id=mosque) == []
