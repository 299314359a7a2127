from enum import StrEnum

import pytest
from django.db.models import Q

from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.policies.narrowing import ALL, NOTHING, Policy, narrowed, one
from tests.factories.core import SYSTEM, thing_done

pytestmark = pytest.mark.django_db


class May(StrEnum):
    READ = "read"
    CHANGE = "change"
    FORGOTTEN = "forgotten"


KNOWN = Q(kind="other")
READS_ALL: Policy[May] = {May.READ: lambda _viewer: ALL, May.CHANGE: lambda _viewer: Q(kind="other")}
READS_NOTHING: Policy[May] = {May.READ: lambda _viewer: NOTHING, May.CHANGE: lambda _viewer: ALL}


def test_a_list_holds_what_the_row_of_the_policy_allows() -> None:
    thing_done()

    assert narrowed(Event.objects.all(), READS_ALL, SYSTEM, May.READ).count() == 1
    assert narrowed(Event.objects.all(), READS_ALL, SYSTEM, May.CHANGE).count() == 0


def test_a_missing_row_means_no() -> None:
    thing_done()

    assert not narrowed(Event.objects.all(), READS_ALL, SYSTEM, May.FORGOTTEN).exists()


def test_one_record_is_found_seen_or_unseen() -> None:
    event_id = thing_done()
    rows = Event.objects.all()

    assert one(rows, READS_ALL, SYSTEM, row_id=event_id, may=May.READ, read=May.READ).id == event_id
    with pytest.raises(Denied):
        one(rows, READS_ALL, SYSTEM, row_id=event_id, may=May.CHANGE, read=May.READ)
    with pytest.raises(Denied):
        one(rows, READS_ALL, SYSTEM, row_id=event_id, may=May.FORGOTTEN, read=May.READ)
    with pytest.raises(NotFound):
        one(rows, READS_ALL, SYSTEM, row_id=uuid7(), may=May.CHANGE, read=May.READ)
    with pytest.raises(NotFound):
        one(rows, READS_NOTHING, SYSTEM, row_id=event_id, may=May.READ, read=May.READ)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (NOTHING | KNOWN, KNOWN),
        (KNOWN | NOTHING, KNOWN),
        (ALL | KNOWN, ALL),
        (KNOWN | ALL, ALL),
        (NOTHING & KNOWN, NOTHING),
        (KNOWN & NOTHING, NOTHING),
        (ALL & KNOWN, KNOWN),
        (KNOWN & ALL, KNOWN),
        (NOTHING | ALL, ALL),
        (ALL & NOTHING, NOTHING),
        (NOTHING | Q(), NOTHING),
        (Q() | NOTHING, NOTHING),
        (ALL & Q(), ALL),
        (Q() & ALL, ALL),
        (~ALL, NOTHING),
        (~NOTHING, ALL),
    ],
)
def test_beside_a_verdict_only_what_can_change_it_is_asked(said: Q, meant: Q) -> None:
    assert said == meant
