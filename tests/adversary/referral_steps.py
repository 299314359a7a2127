"""A referral's whole life as steps that are killed: each acts on the referral that its lane has begun.

One lane goes to the end, one is stopped after the yes, one waits for an answer, one has just told the name.
"""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.models import Answer, PersonsWord, Referral, ServiceReport
from kith.care.terms import Helped, WhatHappened
from kith.core import clock
from kith.disclosure.models import Disclosure
from tests.adversary.kill_step import Step
from tests.adversary.referral_faults import events, referral_faults, referrals_of, service_name
from tests.adversary.referral_town import the_town
from tests.factories.care import a_need, a_service, link, persons_yes
from tests.factories.disclosure import a_person

Act = Callable[[UUID], UUID]
Count = Callable[[Referral], int]


def begin(number: int) -> UUID:
    """Someone new, a need, a service with one place, a draft, the person's yes, and the ask."""
    town = the_town()
    service_id = a_service(town.recipient_id, service_name(number), places=1)
    need_id = a_need(town.navigator, a_person(town.navigator))
    draft_id = draft_referral(town.navigator, need_id=need_id, service_id=service_id)
    return ask_partner(town.navigator, referral_id=draft_id, answer=persons_yes())


def say_yes(referral_id: UUID) -> UUID:
    return accept_referral(the_town().by_link(referral_id), referral_id=referral_id, told=link())


def choose(referral_id: UUID) -> UUID:
    return choose_partner(the_town().navigator, referral_id=referral_id)


def meet(referral_id: UUID) -> UUID:
    return report_what_happened(
        the_town().by_link(referral_id),
        referral_id=referral_id,
        happened=WhatHappened.MET,
        happened_on=clock.now().date(),
        told=link(),
    )


def speak(referral_id: UUID) -> UUID:
    return say_how_it_went(
        the_town().navigator, referral_id=referral_id, helped=Helped.YES, words="I laughed again."
    )


def close(referral_id: UUID) -> UUID:
    return close_referral(the_town().navigator, referral_id=referral_id)


def withdraw(referral_id: UUID) -> UUID:
    return withdraw_referral(the_town().navigator, referral_id=referral_id)


EFFECT: dict[Act, Count] = {
    say_yes: lambda one: Answer.objects.filter(referral=one).count(),
    choose: lambda one: Disclosure.objects.filter(about_id=one.pk, stage="name").count(),
    meet: lambda one: ServiceReport.objects.filter(referral=one).count(),
    speak: lambda one: PersonsWord.objects.filter(referral=one).count(),
    close: lambda one: events(one, "care.referral_closed"),
    withdraw: lambda one: events(one, "care.referral_withdrawn"),
}


def lane(*acts: Act) -> list[Step]:
    """The ask, and then each act on the referral that was asked so many steps ago."""
    return [
        Step(begin, referral_faults, lambda number: len(referrals_of(number))),
        *map(_follow, range(1, len(acts) + 1), acts),
    ]


def _follow(ago: int, act: Act) -> Step:
    return Step(
        do=partial(_act, ago, act),
        faults=lambda number: referral_faults(number - ago),
        count=lambda number: sum(EFFECT[act](one) for one in referrals_of(number - ago)),
    )


def _act(ago: int, act: Act, number: int) -> UUID:
    [referral] = referrals_of(number - ago)
    return act(referral.pk)


REFERRAL_STEPS: tuple[Step, ...] = (
    *lane(say_yes, choose, meet, speak, close),
    *lane(say_yes, withdraw),
    *lane(),
    *lane(say_yes, choose),
)
