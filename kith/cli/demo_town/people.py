"""The people of the town, their needs, and how they may be reached."""

from kith.care.actions.add_need import add_need
from kith.care.terms import Level, NeedDomain
from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.town import SYSTEM, Town
from kith.core import clock
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.post.safe_contact import SafeContact

TAKEN_IN = -25
WEEKDAYS_OF_A_RULE = range(5)


def take_people_in(town: Town, files: Entry) -> None:
    """Twelve people, some with only an alias and one need."""
    with clock.at(town.moment(TAKEN_IN)):
        for entry in files.entries("person"):
            _take_in(town, entry)


def _take_in(town: Town, entry: Entry) -> None:
    key, worker = entry.text("key"), town.worker()
    person_id = town.people[key] = take_in(
        worker,
        alias=entry.text("alias"),
        languages=entry.texts("languages"),
        rough_area=entry.text("area", ""),
        times=entry.text("times", ""),
        access_needs=entry.text("access", ""),
    )
    if entry.text("name", ""):
        set_name(worker, person_id=person_id, name=entry.text("name"))
    if entry.entry("reach").fields:
        set_how_to_reach(worker, person_id=person_id, rule=rule_of(town, entry.entry("reach")))
    for need in entry.entries("needs"):
        town.needs[f"{key}.{need.text('key')}"] = add_need(
            worker,
            person_id=person_id,
            words=need.text("words"),
            ask_words=need.text("ask"),
            domain=NeedDomain(need.text("domain")),
            level=Level.MICRO,
        )
    if entry.text("login", ""):
        link_portal_user(SYSTEM, person_id=person_id, user_id=town.users[entry.text("login")])


def rule_of(town: Town, reach: Entry) -> SafeContact:
    """How and when they may be reached, Monday to Friday."""
    ways, hours = reach.texts("ways"), reach.texts("hours")
    return SafeContact(
        may_call="call" in ways,
        may_text="text" in ways,
        may_mail="mail" in ways,
        may_voicemail="voicemail" in ways,
        phone=reach.text("phone", ""),
        email=reach.text("email", ""),
        days=dict.fromkeys(WEEKDAYS_OF_A_RULE, (hours[0], hours[1])),
        timezone=town.timezone,
        say=reach.text("say"),
    )
