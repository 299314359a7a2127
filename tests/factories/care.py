"""Referrals in a small town, brought by actions to where a test begins."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.add_need import add_need
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.models import Referral
from kith.care.terms import Level, NeedDomain, ToldVia, WhatHappened
from kith.care.told import PersonsAnswer, Told
from kith.consent.terms import GivenHow, Kind
from kith.core import clock
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Viewer
from kith.directory.actions.add_service import add_service
from kith.directory.actions.set_places import set_places
from kith.directory.queries.service_cards import service_cards
from kith.directory.records.listing import ServiceDetails
from kith.directory.terms import Topic
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.people.actions.link_portal_user import link_portal_user
from tests.factories import disclosure
from tests.factories.accounts import a_user
from tests.factories.consent import EVERYTHING
from tests.factories.partnerships import SYSTEM, in_force
from tests.factories.remembered import remembered

WORDS = "I want company in the evening. My neighbour Yusuf must not know."
ASK_WORDS = "Company, a women's group once a week"
CODE = "northgate"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareTown:
    """The small town, with a service at Al-Noor and a need of the person."""

    town: disclosure.Town
    service_id: UUID
    need_id: UUID
    login_id: UUID

    @property
    def navigator(self) -> Viewer:
        return self.town.navigator

    @property
    def coordinator(self) -> Viewer:
        return self.town.coordinator

    @property
    def person(self) -> Viewer:
        return replace(self.town.person, user_id=self.login_id)

    def by_link(self, referral_id: UUID) -> Viewer:
        return self.town.by_link(Ref("referral", referral_id))


@remembered
def a_care_town(
    *, places: int | None = 3, scope: frozenset[Kind] = EVERYTHING, has_code: bool = True
) -> CareTown:
    town = disclosure.a_town(scope=scope)
    in_force(town.manager, town.recipient_id, promises={town.recipient_id: 2}, scope=scope)
    if has_code:
        set_contact_code(SYSTEM, contact_id=town.contact_id, code=CODE)
    login_id = a_user(f"{uuid7().hex}@person.example", name="Zuhal")
    link_portal_user(SYSTEM, person_id=town.person_id, user_id=login_id)
    return CareTown(
        town=town,
        service_id=a_service(town.recipient_id, "Women's walking group", places=places),
        need_id=a_need(town.navigator, town.person_id),
        login_id=login_id,
    )


@remembered
def a_service(organization_id: UUID, name: str, *, places: int | None) -> UUID:
    service_id = add_service(
        SYSTEM,
        organization_id=organization_id,
        name=name,
        description="A slow walk and tea after.",
        languages=["ar", "en"],
        topics=[Topic.COMPANY],
        details=ServiceDetails(),
    )
    if places is not None:
        set_places(SYSTEM, service_id=service_id, places_left=places, as_of=clock.now())
    return service_id


@remembered
def a_need(navigator: Viewer, person_id: UUID, *, ask_words: str = ASK_WORDS) -> UUID:
    return add_need(
        navigator,
        person_id=person_id,
        words=WORDS,
        ask_words=ask_words,
        domain=NeedDomain.COMPANY,
        level=Level.MICRO,
    )


def persons_yes(*, days: int = 60) -> PersonsAnswer:
    return PersonsAnswer(
        words="We ask them. We do not say who you are.",
        language="en",
        interpreted_into="",
        given_how=GivenHow.ON_SCREEN_WITH_WORKER,
        interpreter="",
        until=clock.now().date() + timedelta(days=days),
    )


@remembered
def a_draft(care: CareTown) -> UUID:
    return draft_referral(care.navigator, need_id=care.need_id, service_id=care.service_id)


@remembered
def an_ask(care: CareTown) -> UUID:
    return ask_partner(care.navigator, referral_id=a_draft(care), answer=persons_yes())


@remembered
def a_yes(care: CareTown) -> UUID:
    referral_id = an_ask(care)
    return accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())


@remembered
def a_name_told(care: CareTown) -> UUID:
    return choose_partner(care.navigator, referral_id=a_yes(care))


@remembered
def a_meeting(care: CareTown) -> UUID:
    return report_what_happened(
        care.coordinator,
        referral_id=a_name_told(care),
        happened=WhatHappened.MET,
        happened_on=clock.now().date(),
        told=signed_in(),
    )


def link() -> Told:
    return Told(ToldVia.LINK, "", clock.now())


def signed_in() -> Told:
    return Told(ToldVia.SIGNED_IN, "", clock.now())


def by_phone(who: str = "Fatima") -> Told:
    return Told(ToldVia.PHONE, who, clock.now())


def the_referral(referral_id: UUID) -> Referral:
    return Referral.objects.get(pk=referral_id)


def status_of(referral_id: UUID) -> str:
    return the_referral(referral_id).status


def places_left(care: CareTown) -> int | None:
    return service_cards(care.navigator, service_ids=[care.service_id])[care.service_id].places_left


def public() -> Viewer:
    return Viewer.nobody(Door.PUBLIC)


def work_off() -> int:
    """Run every waiting delivery, and what those enqueue, like the worker does. Returns how many ran."""
    from django_tasks_db.models import DBTaskResult

    done = 0
    while (row := DBTaskResult.objects.ready().order_by("enqueued_at").first()) is not None:
        task, given = row.task, row.args_kwargs
        row.delete()
        task.call(*given["args"], **given["kwargs"])
        done += 1
    return done
