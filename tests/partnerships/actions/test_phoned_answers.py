"""An answer noted on the phone: by whom it may be noted, what is kept of it, and who confirms it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.ask_other_words import ask_other_words
from kith.partnerships.actions.confirm_phoned_answer import confirm_phoned_answer
from kith.partnerships.actions.decline_agreement import decline_agreement
from kith.partnerships.models import Agreement, PhonedNote
from kith.partnerships.other_words import OtherWords
from kith.partnerships.queries.looked_after import looked_after
from kith.partnerships.queries.negotiation import negotiation
from kith.partnerships.queries.phoned_answers import phoned_answers
from kith.partnerships.speaking import PhonedSpeaker, Speaker
from kith.partnerships.terms import PhonedEvidence
from tests.factories.partnerships import (
    START,
    a_member,
    a_partner,
    an_organization,
    events_of_kind,
    make_host,
    proposed,
)
from tests.factories.proposals import on_the_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager() -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    return a_partner(manager, "Al-Noor Mosque")


@pytest.fixture
def agreement_id(manager: Viewer, mosque: UUID) -> UUID:
    return proposed(manager, mosque, promises={mosque: 3})


@pytest.fixture
def imam(mosque: UUID) -> Viewer:
    return a_member(mosque, Role.COORDINATOR)


def caller(mosque: UUID, told_by: str = "Fatima Noor") -> PhonedSpeaker:
    return PhonedSpeaker(organization_id=mosque, told_by=told_by, told_at=clock.now() - timedelta(minutes=20))


def own_word(mosque: UUID) -> Speaker:
    return Speaker(organization_id=mosque, contact_id=None)


def decline(viewer: Viewer, agreement_id: UUID, mosque: UUID, words: str = "") -> None:
    decline_agreement(viewer, agreement_id=agreement_id, speaker=caller(mosque), words=words)


def test_a_no_on_the_phone_keeps_who_said_it_and_when(
    manager: Viewer, mosque: UUID, agreement_id: UUID
) -> None:
    decline(manager, agreement_id, mosque)

    note = PhonedNote.objects.get()
    assert (note.told_by, note.told_at < clock.now(), note.is_right) == ("Fatima Noor", True, None)
    assert note.comment.organization_id == mosque
    assert note.comment.user_id == manager.user_id


def test_other_words_on_the_phone_are_noted_and_change_no_clause(
    manager: Viewer, mosque: UUID, agreement_id: UUID
) -> None:
    version = on_the_table(agreement_id)
    wish = OtherWords(
        said={None: "Five days, please."}, numbers={}, starts_on=START, review_on=None, ends_on=None
    )

    ask_other_words(
        manager,
        agreement_id=agreement_id,
        speaker=caller(mosque),
        seen_digest=version.text_digest,
        wish=wish,
    )

    assert on_the_table(agreement_id).pk == version.pk
    assert PhonedNote.objects.get().comment.text.endswith("Five days, please.")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTNERSHIP_MANAGER])
def test_only_partnership_managers_note_it(
    manager: Viewer, mosque: UUID, agreement_id: UUID, role: Role
) -> None:
    assert manager.organization_id is not None

    with pytest.raises((Denied, NotFound)):
        decline(a_member(manager.organization_id, role), agreement_id, mosque)

    assert not PhonedNote.objects.exists()


def test_a_party_that_did_not_welcome_the_other_notes_nothing_for_it(manager: Viewer, mosque: UUID) -> None:
    shelter = a_partner(manager, "Harbour Shelter")
    agreement_id = proposed(manager, mosque, shelter)
    other = a_member(shelter, Role.PARTNERSHIP_MANAGER)

    with pytest.raises(Denied):
        decline(other, agreement_id, mosque)
    assert looked_after(other, organization_ids=[mosque]) == frozenset()
    assert looked_after(manager, organization_ids=[mosque, shelter]) == {mosque, shelter}


def test_nobody_notes_a_call_from_their_own_organisation(
    manager: Viewer, mosque: UUID, agreement_id: UUID
) -> None:
    own = PhonedSpeaker(organization_id=UUID(str(manager.organization_id)), told_by="Me", told_at=clock.now())

    with pytest.raises(Denied):
        decline_agreement(manager, agreement_id=agreement_id, speaker=own, words="")


def test_a_call_is_from_somebody(manager: Viewer, mosque: UUID, agreement_id: UUID) -> None:
    with pytest.raises(BadInput):
        decline_agreement(manager, agreement_id=agreement_id, speaker=caller(mosque, " "), words="")

    assert not PhonedNote.objects.exists()


@pytest.mark.parametrize("evidence", [PhonedEvidence.CONFIRMED, PhonedEvidence.DOUBTED])
def test_the_party_says_whether_it_is_right_and_all_see_it(
    manager: Viewer, mosque: UUID, agreement_id: UUID, evidence: PhonedEvidence
) -> None:
    imam, is_right = a_member(mosque, Role.COORDINATOR), evidence is PhonedEvidence.CONFIRMED
    decline(manager, agreement_id, mosque)
    (before,) = negotiation(manager, agreement_id=agreement_id).comments
    (waiting,) = phoned_answers(imam, agreement_id=agreement_id)

    confirm_phoned_answer(imam, agreement_id=agreement_id, speaker=own_word(mosque), is_right=is_right)

    (after,) = negotiation(manager, agreement_id=agreement_id).comments
    assert (waiting.told_by, "This is not for us." in waiting.words) == ("Fatima Noor", True)
    assert (before.evidence, after.evidence) == (PhonedEvidence.WAITS, evidence)
    (event,) = events_of_kind(f"partnerships.phoned_answer_{evidence.value}")
    assert (event.organization_id, event.payload["notes"]) == (mosque, 1)
    assert phoned_answers(imam, agreement_id=agreement_id) == []


def test_it_is_said_once(manager: Viewer, mosque: UUID, imam: Viewer, agreement_id: UUID) -> None:
    decline(manager, agreement_id, mosque)
    confirm_phoned_answer(imam, agreement_id=agreement_id, speaker=own_word(mosque), is_right=True)

    with pytest.raises(StatusConflict):
        confirm_phoned_answer(imam, agreement_id=agreement_id, speaker=own_word(mosque), is_right=False)

    assert PhonedNote.objects.get().is_right is True


def test_nobody_confirms_for_another(manager: Viewer, mosque: UUID, imam: Viewer, agreement_id: UUID) -> None:
    decline(manager, agreement_id, mosque)

    with pytest.raises(Denied):
        confirm_phoned_answer(manager, agreement_id=agreement_id, speaker=own_word(mosque), is_right=True)
    with pytest.raises(StatusConflict):
        confirm_phoned_answer(
            manager,
            agreement_id=agreement_id,
            speaker=own_word(UUID(str(manager.organization_id))),
            is_right=True,
        )
    with pytest.raises(NotFound):
        confirm_phoned_answer(
            a_member(an_organization("Elsewhere"), Role.COORDINATOR),
            agreement_id=agreement_id,
            speaker=own_word(mosque),
            is_right=True,
        )
    assert phoned_answers(manager, agreement_id=agreement_id) == []
    assert phoned_answers(replace(imam, organization_id=None), agreement_id=agreement_id) == []


def test_a_written_comment_has_no_such_mark(
    manager: Viewer, mosque: UUID, imam: Viewer, agreement_id: UUID
) -> None:
    decline_agreement(imam, agreement_id=agreement_id, speaker=own_word(mosque), words="")

    (line,) = negotiation(manager, agreement_id=agreement_id).comments
    assert line.evidence is None
    assert Agreement.objects.get().status == "proposed"
