"""Who was left out of the words, was only asked to join, or has left, decides nothing for those who are bound."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import Denied, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.decline_agreement import decline_agreement
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.say_about_clause import say_about_clause
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.actions.write_counter_draft import write_counter_draft
from kith.partnerships.life_errors import PartyLeftOut
from kith.partnerships.models import Agreement, Version
from kith.partnerships.policies.draft import wording_now
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.negotiation import negotiation
from kith.partnerships.speaking import PhonedSpeaker
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party
from tests.factories.living import living, offered, sign_offered
from tests.factories.partnerships import a_member, a_partner
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

LATER = TUESDAY + timedelta(days=3)


@pytest.fixture
def shelter(manager: Viewer) -> UUID:
    return a_partner(manager, "Shelter")


def offer_between(viewer: Viewer, agreement_id: UUID, *parties: Party) -> None:
    """Put the same words on the table between these."""
    draft = Version.objects.get(pk=write_counter_draft(viewer, agreement_id=agreement_id))
    wording = replace(wording_now(draft), parties=parties)
    change_draft(viewer, agreement_id=agreement_id, wording=wording)
    propose_draft(viewer, agreement_id=agreement_id)


def two_of_three(manager: Viewer, clinic: UUID, mosque: UUID, shelter: UUID, *, is_signed: bool) -> UUID:
    """Words that named the shelter, then words that do not."""
    agreement_id = offered(manager, [mosque, shelter])
    offer_between(manager, agreement_id, Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER))
    if is_signed:
        sign_offered(agreement_id, manager, a_member(mosque, Role.COORDINATOR))
    return agreement_id


@pytest.mark.parametrize("is_signed", [True, False])
def test_who_was_left_out_of_the_words_cannot_end_them(
    is_signed: bool, manager: Viewer, clinic: UUID, mosque: UUID, shelter: UUID
) -> None:
    agreement_id = two_of_three(manager, clinic, mosque, shelter, is_signed=is_signed)
    left_out = a_member(shelter, Role.PARTNERSHIP_MANAGER)
    was = Agreement.objects.get().status

    with pytest.raises(Denied):
        end_agreement(left_out, agreement_id=agreement_id)

    assert Agreement.objects.get().status == was
    assert agreement_page(left_out, agreement_id=agreement_id).may_end is False


def test_who_is_asked_to_join_cannot_end_what_binds_others(
    manager: Viewer, clinic: UUID, mosque: UUID, shelter: UUID
) -> None:
    agreement_id = living(manager, [mosque])
    both = (Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER))
    offer_between(manager, agreement_id, *both, Party(shelter, PartyRole.RECEIVER))

    with pytest.raises(Denied):
        end_agreement(a_member(shelter, Role.PARTNERSHIP_MANAGER), agreement_id=agreement_id)

    assert Agreement.objects.get().status == "in_force"


def test_who_has_left_cannot_end_what_binds_those_who_stay(
    manager: Viewer, mosque: UUID, shelter: UUID
) -> None:
    agreement_id = living(manager, [mosque, shelter])
    leaver = a_member(shelter, Role.PARTNERSHIP_MANAGER)
    withdraw_from_agreement(leaver, agreement_id=agreement_id, last_on=TUESDAY.date(), words="")

    with clock.at(LATER), pytest.raises(Denied):
        end_agreement(leaver, agreement_id=agreement_id)

    assert Agreement.objects.get().status == "in_force"


def test_who_has_left_reads_and_says_nothing_more(manager: Viewer, mosque: UUID, shelter: UUID) -> None:
    agreement_id = living(manager, [mosque, shelter])
    leaver = a_member(shelter, Role.PARTNERSHIP_MANAGER)
    say_about_clause(manager, agreement_id=agreement_id, number=1, clause_key=None, text="Before.")
    withdraw_from_agreement(leaver, agreement_id=agreement_id, last_on=TUESDAY.date(), words="")

    with clock.at(LATER):
        say_about_clause(manager, agreement_id=agreement_id, number=1, clause_key=None, text="Afterwards.")
        seen = [one.text for one in negotiation(leaver, agreement_id=agreement_id).comments]
        with pytest.raises(Denied):
            say_about_clause(leaver, agreement_id=agreement_id, number=1, clause_key=None, text="And we?")
        ours = [one.text for one in negotiation(manager, agreement_id=agreement_id).comments]

    assert (seen, ours) == (["Before."], ["Before.", "Afterwards."])


def test_who_is_out_notes_no_answer_by_phone(
    manager: Viewer, clinic: UUID, mosque: UUID, shelter: UUID
) -> None:
    agreement_id = offered(manager, [mosque, shelter])
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)
    offer_between(theirs, agreement_id, Party(mosque, PartyRole.LEAD), Party(shelter, PartyRole.RECEIVER))
    caller = PhonedSpeaker(organization_id=shelter, told_by="Ann", told_at=clock.now())

    with pytest.raises(Denied):
        decline_agreement(manager, agreement_id=agreement_id, speaker=caller, words="")


@pytest.mark.parametrize("is_named", [True, False])
def test_words_that_bind_a_party_are_not_replaced_without_its_signature(
    is_named: bool, manager: Viewer, clinic: UUID, mosque: UUID, shelter: UUID
) -> None:
    agreement_id = living(manager, [mosque, shelter])
    named = [Party(shelter, PartyRole.RECEIVER, must_sign=False)] if is_named else []
    both = (Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER))

    with pytest.raises(PartyLeftOut):
        offer_between(manager, agreement_id, *both, *named)

    assert not Version.objects.filter(state="offered").exists()


def test_who_leaves_need_not_sign_the_next_words(
    manager: Viewer, clinic: UUID, mosque: UUID, shelter: UUID
) -> None:
    agreement_id = living(manager, [mosque, shelter])
    leaver = a_member(shelter, Role.PARTNERSHIP_MANAGER)
    withdraw_from_agreement(leaver, agreement_id=agreement_id, last_on=TUESDAY.date(), words="")

    offer_between(manager, agreement_id, Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER))

    assert Version.objects.filter(state="offered").exists()
    with pytest.raises((Denied, StatusConflict)):
        write_counter_draft(leaver, agreement_id=agreement_id)
