"""A code for the page with the name, for the owner to read out on the agreed phone."""

from uuid import UUID

import pytest

from kith.care.actions.give_name_code import give_name_code
from kith.care.actions.hand_over_referral import hand_over_referral
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.errors import NoPhoneAgreed, SharingStopped
from kith.care.queries.name_code import name_code
from kith.care.queries.referral_page import Button, referral_page
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Role
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.models import PartnerContact
from kith.post.errors import NoPageToOpen
from tests.factories.care import CareTown, a_name_told, a_yes, an_ask, the_referral, work_off
from tests.factories.partnerships import a_member, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def referral_id(care: CareTown) -> UUID:
    """The name was told, and its link is on the way."""
    told = a_name_told(care)
    work_off()
    return told


def test_the_owner_gets_six_digits_and_reads_whom_to_phone(care: CareTown, referral_id: UUID) -> None:
    page = name_code(care.navigator, referral_id=referral_id)
    spoken = give_name_code(care.navigator, referral_id=referral_id)

    assert (page.phone, page.code_word) == ("+1 617 555 0133", "Walnut")
    assert len(spoken.code) == 6
    [event] = events_of_kind("post.spoken_code_made")
    assert (event.user_id, event.organization_id) == (care.navigator.user_id, care.town.holder_id)


def test_a_colleague_hands_it_over_to_themself_first(care: CareTown, referral_id: UUID) -> None:
    colleague = a_member(care.town.holder_id, Role.NAVIGATOR)
    assert colleague.user_id is not None
    for work in (give_name_code, name_code):
        with pytest.raises(Denied):
            work(colleague, referral_id=referral_id)
    assert Button.NAME_CODE not in referral_page(colleague, referral_id=referral_id).buttons

    hand_over_referral(colleague, referral_id=referral_id, user_id=colleague.user_id)

    assert give_name_code(colleague, referral_id=referral_id).code
    assert Button.NAME_CODE in referral_page(colleague, referral_id=referral_id).buttons
    assert Button.NAME_CODE not in referral_page(care.navigator, referral_id=referral_id).buttons


def test_nobody_at_the_partner_and_not_the_person_gets_one(care: CareTown, referral_id: UUID) -> None:
    for viewer in (care.coordinator, care.by_link(referral_id), care.person):
        with pytest.raises(Denied):
            give_name_code(viewer, referral_id=referral_id)
    for viewer in (care.town.manager, care.town.privacy_officer):
        with pytest.raises(NotFound):
            give_name_code(viewer, referral_id=referral_id)


@pytest.mark.parametrize("bring", [an_ask, a_yes])
def test_before_the_name_was_told_there_is_none(care: CareTown, bring: object) -> None:
    assert callable(bring)
    with pytest.raises(StatusConflict):
        give_name_code(care.navigator, referral_id=bring(care))


def test_after_the_end_there_is_none(care: CareTown, referral_id: UUID) -> None:
    withdraw_referral(care.navigator, referral_id=referral_id)

    with pytest.raises(StatusConflict):
        give_name_code(care.navigator, referral_id=referral_id)


def test_before_the_mail_with_the_link_is_written_there_is_none(care: CareTown) -> None:
    with pytest.raises(NoPageToOpen):
        give_name_code(care.navigator, referral_id=a_name_told(care))


def test_while_sharing_is_paused_there_is_none(care: CareTown, referral_id: UUID) -> None:
    pause_sharing(care.person, consent_id=the_referral(referral_id).consent_id)

    with pytest.raises(SharingStopped):
        give_name_code(care.navigator, referral_id=referral_id)


def test_without_an_agreed_phone_there_is_none(care: CareTown, referral_id: UUID) -> None:
    contact = PartnerContact.objects.get(pk=care.town.contact_id)
    contact.phone = ""
    contact.save()

    with pytest.raises(NoPhoneAgreed):
        give_name_code(care.navigator, referral_id=referral_id)
    assert name_code(care.navigator, referral_id=referral_id).phone == ""


def test_a_contact_who_left_is_not_phoned(care: CareTown, referral_id: UUID) -> None:
    end_contact(care.town.manager, contact_id=care.town.contact_id)

    with pytest.raises(NotFound):
        give_name_code(care.navigator, referral_id=referral_id)
