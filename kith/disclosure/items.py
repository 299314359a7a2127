"""What there is to tell about a person, as it is kept in the ledger and as it is read."""

import json
from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.consent.terms import Kind
from kith.core.languages import language_name
from kith.disclosure.contact_words import contact_words
from kith.people.queries.person_facts import PersonFacts
from kith.post.safe_contact import SafeContact


def ask_items(person: PersonFacts, *, need_text: str) -> dict[Kind, str]:
    """What a question may carry, as kept; kinds without anything are left out."""
    texts = {
        Kind.NEED: need_text.strip(),
        Kind.LANGUAGE: ",".join(person.languages),
        Kind.ROUGH_AREA: person.rough_area,
        Kind.TIMES: person.times,
        Kind.ACCESS: person.access_needs,
    }
    return {kind: text for kind, text in texts.items() if text}


def name_items(person: PersonFacts) -> dict[Kind, str]:
    """What may follow a yes, as kept. Without a name the alias stands for it."""
    texts = {Kind.NAME: person.name or person.alias, Kind.CONTACT: kept_contact(person.safe_contact)}
    return {kind: text for kind, text in texts.items() if text}


def shown(kind: Kind, kept: str) -> str:
    """The item as it is read, in the reader's language."""
    if kind is Kind.LANGUAGE:
        tags = kept.split(",")
        return _(", ").join(language_name(tag, shown_in=get_language() or "en") for tag in tags)
    if kind is Kind.CONTACT:
        return contact_words(contact_of_kept(kept))
    return kept


def contact_of_kept(kept: str) -> SafeContact:
    """The rule for reaching the person, as it was when it was told."""
    rule = json.loads(kept)
    days: Mapping[str, list[str]] = rule.pop("days")
    return SafeContact(days={int(day): (hours[0], hours[1]) for day, hours in days.items()}, **rule)


def kept_contact(rule: SafeContact | None) -> str:
    """The rule as text, with no number or address that the rule does not open. Empty if it opens none."""
    if rule is None:
        return ""
    phone = rule.phone if rule.may_call or rule.may_text else ""
    email = rule.email if rule.may_mail else ""
    if not (phone or email):
        return ""
    return json.dumps(
        {
            "may_call": rule.may_call and bool(phone),
            "may_text": rule.may_text and bool(phone),
            "may_mail": bool(email),
            "may_voicemail": rule.may_voicemail and rule.may_call and bool(phone),
            "phone": phone,
            "email": email,
            "days": {str(day): list(hours) for day, hours in sorted(rule.days.items())},
            "timezone": rule.timezone,
            "say": rule.say,
        }
    )
