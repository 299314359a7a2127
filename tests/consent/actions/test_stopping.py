"""Withdraw, withdraw all, pause, resume."""

import pytest

from kith.consent.actions.pause_consent import pause_consent
from kith.consent.actions.resume_consent import resume_consent
from kith.consent.actions.withdraw_about import withdraw_about
from kith.consent.actions.withdraw_all import withdraw_all
from kith.consent.actions.withdraw_consent import withdraw_consent
from kith.consent.errors import HasEnded
from kith.consent.queries.standing import standing
from kith.consent.terms import ConsentState
from kith.core.errors import Denied, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Role
from tests.factories.consent import ABOUT, SYSTEM, agreed
from tests.factories.core import portal_of
from tests.factories.partnerships import a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    class Scene:
        holder = an_organization("Northgate Together")
        al_noor = an_organization("Al-Noor Mosque")
        open_door = an_organization("Open Door")
        navigator = a_member(holder, Role.NAVIGATOR)
        person_id = uuid7()
        me = portal_of(person_id)

        def agree(self, recipient_id, contact_id=None):
            return agreed(
                self.navigator,
                person_id=self.person_id,
                holder_id=self.holder,
                recipient_id=recipient_id,
                contact_id=contact_id,
            )

        def state(self, recipient_id):
            return standing(
                SYSTEM,
                person_id=self.person_id,
                holder_id=self.holder,
                recipient_id=recipient_id,
                contact_id=None,
                about=ABOUT,
            ).state

    return Scene()


def test_taking_back_ends_every_yes_to_that_partner_and_no_other(scene):
    first = scene.agree(scene.al_noor, uuid7())
    scene.agree(scene.al_noor, uuid7())
    scene.agree(scene.open_door)

    told = withdraw_consent(scene.me, consent_id=first)

    assert told.recipient_id == scene.al_noor
    assert scene.state(scene.al_noor) is ConsentState.WITHDRAWN
    assert scene.state(scene.open_door) is ConsentState.LIVE
    assert len(events_of_kind("consent.withdrawn")) == 2


def test_taking_back_a_yes_that_was_replaced_ends_the_one_after_it(scene):
    first = scene.agree(scene.al_noor)
    scene.agree(scene.al_noor)

    withdraw_consent(scene.navigator, consent_id=first)

    assert scene.state(scene.al_noor) is ConsentState.WITHDRAWN


def test_taking_back_twice_is_no_error_and_one_event(scene):
    consent_id = scene.agree(scene.al_noor)

    withdraw_consent(scene.me, consent_id=consent_id)
    withdraw_consent(scene.me, consent_id=consent_id)

    assert len(events_of_kind("consent.withdrawn")) == 1


def test_taking_everything_back_ends_every_yes(scene):
    scene.agree(scene.al_noor)
    scene.agree(scene.open_door)

    assert withdraw_all(scene.me, person_id=scene.person_id) == 2

    assert scene.state(scene.al_noor) is ConsentState.WITHDRAWN
    assert scene.state(scene.open_door) is ConsentState.WITHDRAWN


def test_taking_one_record_back_leaves_the_others_at_the_same_partner(scene):
    scene.agree(scene.al_noor)
    other = Ref("referral", uuid7())
    agreed(
        scene.navigator,
        person_id=scene.person_id,
        holder_id=scene.holder,
        recipient_id=scene.al_noor,
        about=other,
    )

    stranger = a_member(scene.al_noor, Role.NAVIGATOR)
    assert withdraw_about(stranger, person_id=scene.person_id, about=other) == 0
    assert withdraw_about(scene.me, person_id=scene.person_id, about=other) == 1
    assert withdraw_about(scene.me, person_id=scene.person_id, about=other) == 0

    assert scene.state(scene.al_noor) is ConsentState.LIVE
    assert len(events_of_kind("consent.withdrawn")) == 1


def test_a_stranger_takes_nothing_back(scene):
    consent_id = scene.agree(scene.al_noor)
    stranger = a_member(scene.al_noor, Role.NAVIGATOR)

    assert withdraw_all(stranger, person_id=scene.person_id) == 0
    with pytest.raises(NotFound):
        withdraw_consent(stranger, consent_id=consent_id)
    assert scene.state(scene.al_noor) is ConsentState.LIVE


def test_the_privacy_officer_sees_a_consent_but_does_not_change_it(scene):
    consent_id = scene.agree(scene.al_noor)
    officer = a_member(scene.holder, Role.PRIVACY_OFFICER)

    for change in (withdraw_consent, pause_consent, resume_consent):
        with pytest.raises(Denied):
            change(officer, consent_id=consent_id)


def test_a_pause_holds_until_it_is_resumed(scene):
    consent_id = scene.agree(scene.al_noor)

    pause_consent(scene.me, consent_id=consent_id)
    pause_consent(scene.me, consent_id=consent_id)
    assert scene.state(scene.al_noor) is ConsentState.PAUSED

    resume_consent(scene.me, consent_id=consent_id)
    resume_consent(scene.me, consent_id=consent_id)
    assert scene.state(scene.al_noor) is ConsentState.LIVE
    assert len(events_of_kind("consent.paused")) == len(events_of_kind("consent.resumed")) == 1


def test_a_yes_that_was_taken_back_is_neither_paused_nor_resumed(scene):
    consent_id = scene.agree(scene.al_noor)
    withdraw_consent(scene.me, consent_id=consent_id)

    for change in (pause_consent, resume_consent):
        with pytest.raises(HasEnded):
            change(scene.me, consent_id=consent_id)
    assert scene.state(scene.al_noor) is ConsentState.WITHDRAWN
