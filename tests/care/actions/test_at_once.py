"""Two at the same moment: one effect, and the other one reads a sentence."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.errors import AlreadyAsked, TooManyOpenAsks
from kith.care.models import Referral
from kith.core.errors import StatusConflict
from kith.core.ids import Ref
from kith.disclosure.models import Disclosure
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.actions.set_open_asks_limit import set_open_asks_limit
from tests.environment import scaled
from tests.factories.care import CODE, a_care_town, a_need, a_service, a_yes, an_ask, link, persons_yes
from tests.factories.disclosure import a_person
from tests.factories.partnerships import SYSTEM, a_contact, a_partner, in_force
from tests.post.crowd import all_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
ROUNDS = scaled(10, least=2)


def another_yes(care):
    """A second partner says yes to the same need."""
    manager, town = care.town.manager, care.town
    partner_id = a_partner(manager, "St Brigid's")
    contact_id = a_contact(manager, partner_id, "Rosa Almeida")
    set_contact_code(SYSTEM, contact_id=contact_id, code=CODE)
    in_force(manager, partner_id)
    service_id = a_service(partner_id, "Walking and tea", places=1)
    draft_id = draft_referral(care.navigator, need_id=care.need_id, service_id=service_id)
    ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())
    by_their_link = replace(town, recipient_id=partner_id).by_link(Ref("referral", draft_id))
    return accept_referral(by_their_link, referral_id=draft_id, told=link())


def another_draft(care):
    """One more person, for whom the same partner may be asked."""
    need_id = a_need(care.navigator, a_person(care.navigator))
    return draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)


def test_of_two_partners_chosen_at_once_one_learns_the_name():
    for _ in range(ROUNDS):
        care = a_care_town()
        yeses = [a_yes(care), another_yes(care)]

        answers = all_at_once(
            [partial(choose_partner, care.navigator, referral_id=referral_id) for referral_id in yeses]
        )

        assert sorted(type(answer).__name__ for answer in answers) == ["StatusConflict", "UUID"], answers
        assert sorted(Referral.objects.filter(pk__in=yeses).values_list("status", flat=True)) == [
            "named",
            "withdrawn",
        ]
        assert Disclosure.objects.filter(about_id__in=yeses, stage="name").count() == 1


def test_of_many_drafts_at_once_for_one_need_and_service_one_stands():
    for _ in range(ROUNDS):
        care = a_care_town()
        draft = partial(draft_referral, care.navigator, need_id=care.need_id, service_id=care.service_id)

        answers = all_at_once([draft] * 8)

        assert sum(isinstance(answer, AlreadyAsked) for answer in answers) == 7, answers
        assert Referral.objects.filter(need_id=care.need_id).count() == 1


def test_of_many_asks_at_once_no_more_go_than_the_partner_wants_open():
    for _ in range(ROUNDS):
        care = a_care_town()
        an_ask(care)
        drafts = [another_draft(care) for _ in range(6)]
        set_open_asks_limit(care.town.manager, organization_id=care.town.recipient_id, limit=3)

        answers = all_at_once(
            [partial(ask_partner, care.navigator, referral_id=one, answer=persons_yes()) for one in drafts]
        )

        assert sum(isinstance(answer, UUID) for answer in answers) == 2, answers
        assert sum(isinstance(answer, TooManyOpenAsks) for answer in answers) == 4, answers
        assert Referral.objects.filter(receiver_id=care.town.recipient_id, status="asked").count() == 3
        assert Disclosure.objects.filter(about_id__in=drafts).count() == 2


def test_of_many_choices_of_one_partner_one_counts():
    care = a_care_town()
    referral_id = a_yes(care)

    answers = all_at_once([partial(choose_partner, care.navigator, referral_id=referral_id)] * 4)

    assert sum(isinstance(answer, StatusConflict) for answer in answers) == 3, answers
