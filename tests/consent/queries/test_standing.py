from datetime import timedelta

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.actions.pause_consent import pause_consent
from kith.consent.actions.withdraw_consent import withdraw_consent
from kith.consent.models import ConsentDirective, ConsentGrant
from kith.consent.queries.is_paused import is_paused
from kith.consent.queries.run_out import run_out
from kith.consent.queries.standing import standing
from kith.consent.queries.standing_held import standing_held
from kith.consent.queries.standings_of import standings_of
from kith.consent.standing_of import _is_sound
from kith.consent.terms import ConsentState, GivenHow, Kind
from kith.core import clock
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Role
from tests.factories.consent import ABOUT, SYSTEM, agreed
from tests.factories.partnerships import a_member, an_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    class Scene:
        holder = an_organization("Northgate Together")
        al_noor = an_organization("Al-Noor Mosque")
        navigator = a_member(holder, Role.NAVIGATOR)
        person_id = uuid7()
        fatima = uuid7()

        def agree(self, **changes):
            said = {"recipient_id": self.al_noor, "contact_id": self.fatima, **changes}
            return agreed(self.navigator, person_id=self.person_id, holder_id=self.holder, **said)

        def ask(self, viewer=SYSTEM, **changes):
            asked = {"holder_id": self.holder, "contact_id": self.fatima, "about": ABOUT, **changes}
            return standing(viewer, person_id=self.person_id, recipient_id=self.al_noor, **asked)

    return Scene()


def a_record():
    return Ref("referral", uuid7())


def test_without_any_yes_there_is_no_consent(scene):
    now = scene.ask()

    assert (now.consent_id, now.state, now.kinds) == (None, ConsentState.NONE, frozenset())


def test_a_yes_names_partner_human_purpose_and_kinds(scene):
    consent_id = scene.agree(kinds={Kind.NEED, Kind.NAME})

    now = scene.ask()

    assert now.consent_id == consent_id
    assert now.names_recipient
    assert now.names_contact
    assert now.kinds == {Kind.NEED, Kind.NAME}
    assert not scene.ask(contact_id=uuid7()).names_contact
    assert not scene.ask(contact_id=None).names_contact


def test_a_yes_that_names_no_human_names_none(scene):
    scene.agree(contact_id=None)

    assert not scene.ask(contact_id=None).names_contact


def test_a_yes_to_another_partner_is_none_here(scene):
    scene.agree(recipient_id=an_organization("Open Door"))

    assert scene.ask().state is ConsentState.NONE


def test_what_another_organisation_wrote_down_does_not_count(scene):
    stranger = an_organization("Elsewhere")
    agreed(
        a_member(stranger, Role.NAVIGATOR),
        person_id=scene.person_id,
        holder_id=stranger,
        recipient_id=scene.al_noor,
    )

    assert scene.ask().state is ConsentState.NONE


def test_a_yes_is_over_at_its_last_moment(scene):
    scene.agree()
    ends = ConsentGrant.objects.get().valid_until

    with clock.at(ends - timedelta(microseconds=1)):
        assert scene.ask().state is ConsentState.LIVE
    with clock.at(ends):
        assert scene.ask().state is ConsentState.EXPIRED
        assert scene.ask().ended_at == ends


def test_words_that_were_changed_behind_our_back_are_no_consent(scene):
    scene.agree()
    ConsentDirective.objects.update(words_digest="k1:" + "0" * 64)

    assert scene.ask().state is ConsentState.DEFICIENT


def test_words_that_were_moved_from_another_consent_are_no_consent(scene):
    scene.agree()
    other = agreed(scene.navigator, holder_id=scene.holder, recipient_id=scene.al_noor)
    stolen = ConsentDirective.objects.filter(id=ConsentGrant.objects.get(id=other).directive_id)
    mine = ConsentGrant.objects.get(person_id=scene.person_id).directive_id
    sealed = stolen.values_list("words", flat=True).get()

    ConsentDirective.objects.filter(id=mine).update(words=sealed)

    assert scene.ask().state is ConsentState.DEFICIENT


def test_who_may_not_read_it_gets_the_standing_of_no_consent(scene):
    scene.agree()

    assert scene.ask(a_member(scene.al_noor, Role.COORDINATOR)).state is ConsentState.NONE


def test_it_takes_three_statements(scene, django_assert_num_queries):
    scene.agree()

    with django_assert_num_queries(3):
        scene.ask()


def test_held_gives_the_same(scene):
    scene.agree()

    held = standing_held(
        SYSTEM,
        person_id=scene.person_id,
        holder_id=scene.holder,
        recipient_id=scene.al_noor,
        contact_id=scene.fatima,
        about=ABOUT,
    )

    assert held == scene.ask()


def test_standings_say_for_each_partner_what_counts(scene):
    open_door = an_organization("Open Door")
    first = scene.agree()
    second = scene.agree(recipient_id=open_door)
    scene.agree(contact_id=uuid7())
    exclude(
        scene.navigator,
        person_id=scene.person_id,
        holder_id=scene.holder,
        organization_id=open_door,
        contact_id=None,
        words="",
    )

    found = standings_of(scene.navigator, person_id=scene.person_id)

    assert found[scene.al_noor].state is ConsentState.LIVE
    assert found[scene.al_noor].consent_id != first
    assert (found[open_door].consent_id, found[open_door].state) == (second, ConsentState.WITHDRAWN)
    assert standings_of(a_member(open_door, Role.COORDINATOR), person_id=scene.person_id) == {}


def test_a_yes_for_another_record_does_not_count_here(scene):
    other = a_record()
    first, second = scene.agree(days=1), scene.agree(days=100, about=other, kinds={Kind.NEED})

    with clock.at(clock.now() + timedelta(days=3)):
        here, there = scene.ask(), scene.ask(about=other)

    assert (here.consent_id, here.state) == (first, ConsentState.EXPIRED)
    assert (there.consent_id, there.state, there.kinds) == (second, ConsentState.LIVE, {Kind.NEED})
    assert scene.ask(about=a_record()).state is ConsentState.NONE


def test_a_paused_yes_is_found_before_one_that_is_over(scene):
    paused = scene.agree()
    pause_consent(scene.navigator, consent_id=paused)
    with clock.at(clock.now() + timedelta(hours=1)):
        scene.agree(about=a_record(), days=1)

    with clock.at(clock.now() + timedelta(days=3)):
        found = standings_of(scene.navigator, person_id=scene.person_id)[scene.al_noor]

    assert (found.consent_id, found.state) == (paused, ConsentState.PAUSED)


def over(scene, *abouts):
    found = run_out(SYSTEM, abouts=abouts)
    assert {one.told.recipient_id for one in found} <= {scene.al_noor}
    return {one.about for one in found}


def test_a_yes_runs_out_for_its_own_record_alone(scene):
    lasting = a_record()
    scene.agree(days=1)
    scene.agree(days=100, about=lasting)

    assert over(scene, ABOUT, lasting) == set()
    with clock.at(clock.now() + timedelta(days=3)):
        assert over(scene, ABOUT, lasting) == {ABOUT}
        assert over(scene, lasting) == set()


def test_where_a_later_yes_took_its_place_that_one_counts(scene):
    scene.agree(days=1)
    scene.agree(days=5)

    with clock.at(clock.now() + timedelta(days=3)):
        assert over(scene, ABOUT) == set()
    with clock.at(clock.now() + timedelta(days=7)):
        assert over(scene, ABOUT) == {ABOUT}


def test_what_was_taken_back_has_not_run_out(scene):
    withdraw_consent(scene.navigator, consent_id=scene.agree(days=1))

    with clock.at(clock.now() + timedelta(days=3)):
        assert over(scene, ABOUT) == set()


def test_a_pause_of_one_yes_is_a_pause_with_the_partner(scene):
    consent_id = scene.agree()
    asked = {"person_id": scene.person_id, "holder_id": scene.holder, "recipient_id": scene.al_noor}
    before = is_paused(SYSTEM, **asked)

    pause_consent(scene.navigator, consent_id=consent_id)

    assert (before, is_paused(SYSTEM, **asked)) == (False, True)
    assert not is_paused(SYSTEM, **{**asked, "recipient_id": uuid7()})
    assert not is_paused(a_member(scene.al_noor, *Role), **asked)
    with clock.at(clock.now() + timedelta(days=60)):
        assert not is_paused(SYSTEM, **asked)


def test_an_unreviewed_yes_given_alone_would_be_no_consent_even_if_the_database_held_one():
    directive = ConsentDirective(given_how=GivenHow.BY_THE_PERSON.value, is_reviewed=False)

    assert not _is_sound(directive)
