"""Twenty referrals, in every state, each brought there step by step."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_for_a_call import ask_for_a_call
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.request_contact import request_contact
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.terms import Helped, NeedDomain, NotNowReason, ToldVia, WhatHappened
from kith.care.told import NotNow, PersonsAnswer, Told
from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.people import rule_of
from kith.cli.demo_town.town import Town
from kith.consent.terms import GivenHow
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Door, Purpose, Viewer

WORDS = "We ask them if they have room. We do not say who you are. You can stop this at any time."
SHARED_FOR = timedelta(days=120)
NO_BY_LINK = {"full": NotNowReason.FULL, "not_for_us": NotNowReason.NOT_FOR_US}


def refer(town: Town, files: Entry) -> None:
    """Carry out each entry up to its end."""
    for entry in files.entries("referral"):
        if entry.text("end") == "self":
            _ask_by_oneself(town, entry)
            continue
        referral_id = _draft(town, entry)
        if entry.number("asked") is None:
            continue
        _ask(town, entry, referral_id)
        _answer(town, entry, referral_id)
        _go_on(town, entry, referral_id)


def _draft(town: Town, entry: Entry) -> UUID:
    asked = entry.number("asked")
    with clock.at(town.moment(asked if asked is not None else -1)):
        return draft_referral(
            town.worker(),
            need_id=town.needs[entry.text("need")],
            service_id=town.services[entry.text("service")],
        )


def _ask(town: Town, entry: Entry, referral_id: UUID) -> None:
    with clock.at(town.moment(entry.number("asked") or 0)):
        answer = PersonsAnswer(
            words=WORDS,
            language="en",
            interpreted_into="",
            given_how=GivenHow.ON_SCREEN_WITH_WORKER,
            interpreter="",
            until=clock.today(town.timezone) + SHARED_FOR,
        )
        ask_partner(town.worker(), referral_id=referral_id, answer=answer)
        if entry.text("end") == "call":
            ask_for_a_call(_by_link(town, entry, referral_id), referral_id=referral_id, told=_link())
        if entry.text("end") == "stopped":
            withdraw_referral(town.worker(), referral_id=referral_id)


def _answer(town: Town, entry: Entry, referral_id: UUID) -> None:
    answered, end = entry.number("answered"), entry.text("end")
    if answered is None:
        return
    with clock.at(town.moment(answered)):
        if end in NO_BY_LINK:
            decline_referral(
                _by_link(town, entry, referral_id),
                referral_id=referral_id,
                not_now=NotNow(NO_BY_LINK[end], None),
                told=_link(),
            )
        elif entry.text("phone", ""):
            told = Told(ToldVia.PHONE, entry.text("phone"), clock.now())
            accept_referral(town.worker(), referral_id=referral_id, told=told)
        else:
            accept_referral(_by_link(town, entry, referral_id), referral_id=referral_id, told=_link())


def _go_on(town: Town, entry: Entry, referral_id: UUID) -> None:
    named, end = entry.number("named"), entry.text("end")
    if named is None:
        return
    with clock.at(town.moment(named)):
        choose_partner(town.worker(), referral_id=referral_id)
    if end == "named":
        return
    happened = WhatHappened.NOT_REACHED if end == "not_reached" else WhatHappened.MET
    with clock.at(town.moment(named + 2)):
        report_what_happened(
            _by_link(town, entry, referral_id),
            referral_id=referral_id,
            happened=happened,
            happened_on=clock.today(town.timezone),
            told=_link(),
        )
    if end == "served":
        _close(town, entry, referral_id, named + 4)


def _close(town: Town, entry: Entry, referral_id: UUID, days: int) -> None:
    with clock.at(town.moment(days)):
        say_how_it_went(town.worker(), referral_id=referral_id, helped=Helped(entry.text("word")), words="")
        close_referral(town.worker(), referral_id=referral_id)


def _ask_by_oneself(town: Town, entry: Entry) -> None:
    reach = Entry({"ways": ["text"], "phone": "617 555 0151", "hours": ["09:00", "17:00"], "say": "the walk"})
    request_contact(
        Viewer.nobody(Door.PUBLIC),
        service_id=town.services[entry.text("service")],
        alias=entry.text("alias"),
        words=entry.text("words"),
        domain=NeedDomain(entry.text("domain")),
        languages=["en"],
        rough_area="",
        how_to_reach=rule_of(town, reach),
    )


def _by_link(town: Town, entry: Entry, referral_id: UUID) -> Viewer:
    """Whoever holds the answer link of this one referral."""
    organization_id = town.organizations[town.owners[entry.text("service")]]
    return replace(
        Viewer.nobody(Door.ANSWER),
        organization_id=organization_id,
        purpose=Purpose.CARE,
        only=Ref("referral", referral_id),
    )


def _link() -> Told:
    return Told(ToldVia.LINK, "", clock.now())
