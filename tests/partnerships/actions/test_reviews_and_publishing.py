"""Looking at an agreement together, and letting community seats read it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from kith.core.errors import BadInput, Denied, NotFound, StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.actions.note_review import note_review
from kith.partnerships.actions.publish_agreement import publish_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.unpublish_agreement import unpublish_agreement
from kith.partnerships.life_errors import BadReviewDay, WordsMissing
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.models import Agreement, JointEvent, LifeNote, Partnership
from tests.factories.living import living, offered
from tests.factories.partnerships import events_of_kind
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

TODAY = TUESDAY.date()
LAST = date(2027, 6, 30)


@pytest.fixture
def agreement(manager: Viewer, mosque: UUID) -> UUID:
    return living(manager, [mosque], ends_on=LAST)


def review(
    viewer: Viewer,
    agreement_id: UUID,
    *came: UUID,
    held_on: date = TODAY,
    works: str = "Answers come.",
    next_on: date | None = None,
) -> None:
    note_review(
        viewer,
        agreement_id=agreement_id,
        held_on=held_on,
        came=came,
        works=works,
        to_change="More interpreters.",
        next_on=next_on,
    )


def test_a_review_keeps_what_works_and_what_is_to_change(
    agreement: UUID, coordinator: Viewer, clinic: UUID, mosque: UUID
) -> None:
    review(coordinator, agreement, clinic, mosque, next_on=date(2027, 3, 1))

    [note] = LifeNote.objects.all()
    assert (note.step, note.words, note.to_change, note.held_on, note.next_on) == (
        "reviewed",
        "Answers come.",
        "More interpreters.",
        TODAY,
        date(2027, 3, 1),
    )
    [event] = events_of_kind("partnerships.review_held")
    assert event.payload == {"held_on": str(TODAY), "next_on": "2027-03-01"}
    assert not JointEvent.objects.exists()


def test_in_a_partnership_a_review_is_a_joint_event_of_those_who_came(
    agreement: UUID, coordinator: Viewer, clinic: UUID, mosque: UUID
) -> None:
    partnership = Partnership.objects.create(name="Northgate", begun_by_id=clinic, begun_at=TUESDAY)
    Agreement.objects.update(partnership=partnership)

    review(coordinator, agreement, mosque)

    [joint] = JointEvent.objects.all()
    assert (joint.kind, joint.held_on, joint.came) == ("review", TODAY, [str(mosque)])
    assert (joint.title, joint.learned) == ("", ""), "other seats may not know of this agreement"


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ((TODAY + timedelta(days=1), None), "held_on"),
        ((date(2025, 12, 31), None), "held_on"),
        ((TODAY, TODAY), "next_on"),
        ((TODAY, LAST + timedelta(days=1)), "next_on"),
    ],
)
def test_a_review_was_held_and_the_next_lies_ahead(
    days: tuple[date, date | None], field: str, agreement: UUID, coordinator: Viewer, mosque: UUID
) -> None:
    held_on, next_on = days
    with pytest.raises(BadReviewDay) as error:
        review(coordinator, agreement, mosque, held_on=held_on, next_on=next_on)
    assert error.value.field == field


def test_a_review_needs_words_and_somebody_who_came(
    agreement: UUID, coordinator: Viewer, mosque: UUID, stranger: Viewer
) -> None:
    with pytest.raises(WordsMissing):
        review(coordinator, agreement, mosque, works=" ")
    for came in ([], [mosque, stranger.organization_id or mosque]):
        with pytest.raises(BadInput):
            review(coordinator, agreement, *came)


def test_only_those_who_sign_for_a_bound_party_note_a_review(
    agreement: UUID, manager: Viewer, mosque: UUID, navigator: Viewer, stranger: Viewer
) -> None:
    for viewer, agreement_id, error in [
        (navigator, agreement, Denied),
        (manager, offered(manager, [mosque]), Denied),
        (stranger, agreement, NotFound),
    ]:
        with pytest.raises(error):
            review(viewer, agreement_id, mosque)


def test_words_are_published_once_and_taken_back_once(agreement: UUID, manager: Viewer) -> None:
    unpublish_agreement(manager, agreement_id=agreement)
    for _ in range(2):
        publish_agreement(manager, agreement_id=agreement)
    assert Agreement.objects.get().published_at == TUESDAY
    for _ in range(2):
        unpublish_agreement(manager, agreement_id=agreement)

    assert Agreement.objects.get().published_at is None
    assert [e.payload for e in events_of_kind("partnerships.agreement_published")] == [{"number": 1}]
    assert len(events_of_kind("partnerships.agreement_unpublished")) == 1


def test_only_a_manager_of_a_bound_party_publishes_what_lives(
    agreement: UUID, manager: Viewer, mosque: UUID, coordinator: Viewer, stranger: Viewer
) -> None:
    for viewer, agreement_id, error in [
        (coordinator, agreement, Denied),
        (manager, offered(manager, [mosque]), Denied),
        (stranger, agreement, NotFound),
    ]:
        for act in (publish_agreement, unpublish_agreement):
            with pytest.raises(error):
                act(viewer, agreement_id=agreement_id)
    suspend_agreement(manager, agreement_id=agreement, reason=SuspendReason.MONEY, words="No money.")
    publish_agreement(manager, agreement_id=agreement)
    Agreement.objects.filter(pk=agreement).update(status="ended", ended_at=TUESDAY)
    with pytest.raises(StatusConflict):
        publish_agreement(manager, agreement_id=agreement)
