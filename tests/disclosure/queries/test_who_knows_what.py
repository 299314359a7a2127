from dataclasses import replace
from datetime import timedelta

import pytest

from kith.consent.terms import ASK_KINDS, ConsentState
from kith.core import clock
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.disclosure.queries.who_knows_what import who_knows_what
from tests.factories.consent import EVERYTHING
from tests.factories.disclosure import a_town, asked, said_yes, told_all
from tests.factories.partnerships import a_contact, a_member, a_partner, events_of_kind, in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def beside(town, name):
    """The same town with another partner that is bound by an agreement."""
    other_id = a_partner(town.manager, name)
    in_force(town.manager, other_id)
    return replace(town, recipient_id=other_id, contact_id=a_contact(town.manager, other_id))


def test_a_partner_that_was_only_asked_knows_no_name(town):
    said_yes(town)
    asked(town)

    line = who_knows_what(town.person, person_id=town.person_id)[0]

    assert set(line.kinds) == ASK_KINDS
    assert not line.is_named
    assert line.recipient_name == "Al-Noor Mosque"
    assert line.kinds_words == "Need, language, rough area, times, access"


def test_each_partner_is_one_line_the_last_told_in_front(town):
    told_all(town)
    other = beside(town, "Open Door")
    with clock.at(clock.now() + timedelta(hours=1)):
        consent_id = said_yes(other)
        asked(other)

    with clock.at(clock.now() + timedelta(hours=2)):
        lines = who_knows_what(town.person, person_id=town.person_id)

    assert [line.recipient_name for line in lines] == ["Open Door", "Al-Noor Mosque"]
    assert set(lines[1].kinds) == EVERYTHING
    assert lines[0].consent_id == consent_id
    assert [line.state for line in lines] == [ConsentState.LIVE, ConsentState.LIVE]


def test_a_pause_shows(town):
    told_all(town)
    line = who_knows_what(town.person, person_id=town.person_id)[0]

    pause_sharing(town.person, consent_id=line.consent_id)

    line = who_knows_what(town.navigator, person_id=town.person_id)[0]
    assert line.state is ConsentState.PAUSED
    assert not line.is_stopped


def test_person_worker_and_privacy_officer_see_the_same_kinds_and_others_nothing(town):
    told_all(town)
    own = who_knows_what(town.person, person_id=town.person_id)

    assert who_knows_what(town.navigator, person_id=town.person_id) == own
    assert who_knows_what(town.privacy_officer, person_id=town.person_id) == own
    for stranger in (town.coordinator, a_member(town.recipient_id, *Role), a_member(town.holder_id)):
        assert who_knows_what(stranger, person_id=town.person_id) == []


def test_a_look_is_recorded_and_a_look_at_nothing_is_not(town):
    told_all(town)

    who_knows_what(town.navigator, person_id=town.person_id)
    who_knows_what(town.navigator, person_id=uuid7())

    assert [event.person_id for event in events_of_kind("disclosure.ledger_read")] == [town.person_id]


def test_the_number_of_statements_does_not_grow(town, django_assert_max_num_queries):
    told_all(town)
    for name in ("Open Door", "St Brigid's"):
        other = beside(town, name)
        said_yes(other)
        asked(other)

    with django_assert_max_num_queries(10):
        who_knows_what(town.person, person_id=town.person_id)
