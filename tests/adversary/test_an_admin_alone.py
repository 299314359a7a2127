"""An admin looks after sign-ins: the role by itself opens no record of a person, at home or as the host."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

import pytest
from django.db.models import Model, Q

from kith.care.models import Need, Referral
from kith.care.policies import need, referral
from kith.consent.models import ConsentGrant, Exclusion
from kith.consent.policies import exclusion, grant
from kith.core.models import Event
from kith.core.policies import event
from kith.core.viewer import Role, Viewer
from kith.disclosure.models import Disclosure
from kith.disclosure.policies import disclosure
from kith.people.models import Person
from kith.people.policies import person
from kith.post.models import OutgoingMessage, SafeContactRule, SinglePurposeLink
from kith.post.policies import message, safe_contact_rule, single_purpose_link
from tests.factories.care import ASK_WORDS, WORDS, CareTown, a_care_town, a_meeting
from tests.factories.disclosure import ALIAS, NAME, PHONE
from tests.factories.partnerships import a_member
from tests.promises.seats import browser_of, on_every_page

pytestmark = pytest.mark.django_db
Rows = Mapping[StrEnum, Callable[[Viewer], Q]]
RECORDS: list[tuple[type[Model], Rows]] = [
    (Person, person.POLICY),
    (Need, need.POLICY),
    (Referral, referral.POLICY),
    (ConsentGrant, grant.POLICY),
    (Exclusion, exclusion.POLICY),
    (Disclosure, disclosure.POLICY),
    (OutgoingMessage, message.POLICY),
    (SafeContactRule, safe_contact_rule.POLICY),
    (SinglePurposeLink, single_purpose_link.POLICY),
    (Event, event.POLICY),
]


@pytest.fixture
def care(cache_table: None) -> CareTown:
    """One person whose name was told, and who was met."""
    care = a_care_town()
    a_meeting(care)
    return care


def admins(care: CareTown) -> list[Viewer]:
    """Of the organisation that hosts the site and keeps the record, and of the partner that was told."""
    return [a_member(place, Role.ADMIN) for place in (care.town.holder_id, care.town.recipient_id)]


def opened(model: type[Model], allowed: Callable[[Viewer], Q], viewer: Viewer) -> set[object]:
    return set(model._default_manager.filter(allowed(viewer)).values_list("pk", flat=True))


@pytest.mark.parametrize(("model", "policy"), RECORDS, ids=lambda given: getattr(given, "__name__", ""))
def test_the_role_of_an_admin_opens_no_record(care: CareTown, model: type[Model], policy: Rows) -> None:
    for admin in admins(care):
        nobody_here = replace(admin, roles=frozenset())
        for may, allowed in policy.items():
            assert opened(model, allowed, admin) <= opened(model, allowed, nobody_here), may


def test_no_page_shows_an_admin_a_persons_words(care: CareTown) -> None:
    told = (NAME, ALIAS, PHONE, WORDS, ASK_WORDS)

    for admin in admins(care):
        for text in on_every_page(browser_of(admin)):
            assert not [word for word in told if word in text]


def test_the_same_walk_shows_a_navigator_the_person(care: CareTown) -> None:
    assert any(ALIAS in text for text in on_every_page(browser_of(care.navigator)))
