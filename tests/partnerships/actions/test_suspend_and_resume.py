"""An agreement rests, and goes on."""

from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.resume_agreement import resume_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.life_errors import WordsMissing
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.models import Agreement, LifeNote
from kith.partnerships.queries.route import route
from tests.factories.partnerships import a_member, events_of_kind, in_force, proposed, sign

pytestmark = pytest.mark.django_db


def suspend(viewer: Viewer, agreement_id: UUID) -> None:
    suspend_agreement(
        viewer, agreement_id=agreement_id, reason=SuspendReason.NO_ROOM, words="The roof leaks."
    )


def status_of(agreement_id: UUID) -> str:
    return Agreement.objects.get(pk=agreement_id).status


def binds(viewer: Viewer, clinic: UUID, mosque: UUID) -> bool:
    return route(viewer, sender_id=clinic, receiver_id=mosque).agreement_id is not None


def test_a_suspended_agreement_binds_nobody_until_it_is_resumed(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    agreement_id = in_force(manager, mosque)
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)

    suspend(theirs, agreement_id)
    assert (status_of(agreement_id), binds(manager, clinic, mosque)) == ("suspended", False)

    resume_agreement(manager, agreement_id=agreement_id, words="")
    assert (status_of(agreement_id), binds(manager, clinic, mosque)) == ("in_force", True)
    assert Agreement.objects.get().suspended_at is None


def test_the_reason_is_kept_in_words_and_the_event_has_only_its_code(manager: Viewer, mosque: UUID) -> None:
    agreement_id = in_force(manager, mosque)

    suspend(manager, agreement_id)
    resume_agreement(manager, agreement_id=agreement_id, words="It is dry again.")

    notes = LifeNote.objects.order_by("noted_at", "pk")
    assert [(note.step, note.reason, note.words) for note in notes] == [
        ("suspended", "no_room", "The roof leaks."),
        ("resumed", "", "It is dry again."),
    ]
    [event] = events_of_kind("partnerships.agreement_suspended")
    assert event.payload == {"reason": "no_room"}
    assert len(events_of_kind("partnerships.agreement_resumed")) == 1


def test_a_reason_needs_words(manager: Viewer, mosque: UUID) -> None:
    agreement_id = in_force(manager, mosque)

    with pytest.raises(WordsMissing):
        suspend_agreement(manager, agreement_id=agreement_id, reason=SuspendReason.OTHER, words=" ")


def test_each_step_is_taken_once(manager: Viewer, mosque: UUID) -> None:
    agreement_id = in_force(manager, mosque)
    with pytest.raises(StatusConflict):
        resume_agreement(manager, agreement_id=agreement_id, words="")
    suspend(manager, agreement_id)
    with pytest.raises(StatusConflict):
        suspend(manager, agreement_id)
    end_agreement(manager, agreement_id=agreement_id)
    for step in (suspend, lambda v, a: resume_agreement(v, agreement_id=a, words="")):
        with pytest.raises(StatusConflict):
            step(manager, agreement_id)


def test_only_a_manager_of_a_party_that_has_signed_suspends(
    manager: Viewer, mosque: UUID, coordinator: Viewer, navigator: Viewer, stranger: Viewer
) -> None:
    half_signed = proposed(manager, mosque)
    sign(half_signed, manager)
    agreement_id = in_force(manager, mosque)

    for viewer, asked, error in [
        (manager, half_signed, Denied),
        (coordinator, agreement_id, Denied),
        (navigator, agreement_id, Denied),
        (stranger, agreement_id, NotFound),
    ]:
        with pytest.raises(error):
            suspend(viewer, asked)
        with pytest.raises(error):
            resume_agreement(viewer, agreement_id=asked, words="")
