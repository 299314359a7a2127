import pytest

from kith.consent.terms import ASK_KINDS, Missing, Outcome, Stage
from kith.core.errors import Denied, NotFound
from kith.core.viewer import Role
from kith.disclosure.queries.may_share import may_share
from tests.factories.consent import a_site
from tests.factories.disclosure import a_town, said_yes
from tests.factories.partnerships import a_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def answer(town, stage, viewer=None, contact_id=None):
    return may_share(
        viewer or town.navigator,
        person_id=town.person_id,
        recipient_id=town.recipient_id,
        contact_id=contact_id,
        about=town.about,
        stage=stage,
    )


def test_the_four_answers_are_given(town):
    assert answer(town, Stage.ASK).outcome is Outcome.NEEDS_CONSENT
    assert answer(town, Stage.ASK).missing == (Missing.LIVE_CONSENT,)
    assert answer(town, Stage.NAME).outcome is Outcome.FORBID

    said_yes(town)

    assert answer(town, Stage.ASK, contact_id=town.contact_id).outcome is Outcome.PERMIT
    named = answer(town, Stage.NAME, contact_id=town.contact_id)
    assert named.outcome is Outcome.PERMIT_WITH_DUTIES


def test_a_yes_to_the_question_alone_forbids_the_name(town):
    said_yes(town, kinds=ASK_KINDS)

    assert answer(town, Stage.NAME, contact_id=town.contact_id).outcome is Outcome.FORBID


def test_a_site_that_has_not_said_whose_law_it_follows_tells_nothing(town):
    said_yes(town)
    a_site(host_id=town.holder_id, jurisdiction="")

    decision = answer(town, Stage.ASK, contact_id=town.contact_id)

    assert decision.outcome is Outcome.FORBID
    assert [reason.rule_id for reason in decision.reasons] == ["kith.K2"]


def test_only_who_works_with_the_person_may_ask(town):
    with pytest.raises(NotFound):
        answer(town, Stage.ASK, viewer=town.coordinator)
    with pytest.raises(Denied):
        answer(town, Stage.ASK, viewer=town.privacy_officer)
    with pytest.raises(NotFound):
        answer(town, Stage.ASK, viewer=a_member(town.recipient_id, Role.NAVIGATOR))
