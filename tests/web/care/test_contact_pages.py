"""Please contact me: anybody may ask, any name will do, and nobody can bury the worker on duty."""

from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from kith.accounts.queries.colleagues import colleagues
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.queries.site_profile import site_profile
from kith.people.models import Person
from kith.web.care import contact_pages
from kith.web.care.contact_pages import WISHES_FROM_ONE
from tests.factories.care import CareTown, a_care_town
from tests.factories.partnerships import SYSTEM

pytestmark = pytest.mark.django_db
FLOOD, HOME = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def care() -> CareTown:
    town = a_care_town()
    site = site_profile(SYSTEM)
    set_site_profile(
        SYSTEM,
        name=site.name or "Northgate",
        host_organization_id=town.town.holder_id,
        duty_user_id=town.navigator.user_id,
        country=site.country,
        emergency_number=site.emergency_number,
        talk_line=site.talk_line,
        talk_line_words=site.talk_line_words,
        jurisdiction=site.jurisdiction,
        timezone=site.timezone,
        is_demo=False,
    )
    assert colleagues(town.navigator)
    cache.clear()
    return town


def ask(service_id: UUID, *, alias: str = "Noor", key: UUID | None = None, **browser: str) -> int:
    entries = {
        "key": str(key or uuid4()),
        "alias": alias,
        "words": "I would like to walk with others.",
        "domain": "social-connection",
        "language": "en",
        "phone": "617 555 0151",
        "ways": ["text"],
        "opens": "09:00",
        "closes": "17:00",
    }
    return Client(**browser).post(f"/services/{service_id}/contact-me/", entries).status_code


def test_a_wish_reaches_the_worker_on_duty(care: CareTown) -> None:
    before = Person.objects.count()

    assert ask(care.service_id) == 302

    assert Person.objects.count() == before + 1


def test_a_double_click_is_one_wish(care: CareTown) -> None:
    before, key = Person.objects.count(), uuid4()

    assert [ask(care.service_id, key=key) for _ in range(2)] == [302, 302]

    assert Person.objects.count() == before + 1


def flood(care: CareTown) -> None:
    """One sender sends as many as one sender may."""
    came = {ask(care.service_id, REMOTE_ADDR=FLOOD) for _ in range(WISHES_FROM_ONE)}
    assert came == {302}


def test_nobody_can_bury_the_worker_on_duty(care: CareTown) -> None:
    flood(care)
    before = Person.objects.count()

    assert ask(care.service_id, REMOTE_ADDR=FLOOD) == 429

    assert Person.objects.count() == before


def test_nobody_can_shut_it_for_others(care: CareTown) -> None:
    flood(care)

    assert ask(care.service_id, REMOTE_ADDR=FLOOD) == 429

    assert ask(care.service_id, REMOTE_ADDR=HOME) == 302


def test_many_together_are_stopped_at_the_ceiling(care: CareTown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contact_pages, "WISHES_AN_HOUR", 3)

    came = [ask(care.service_id, REMOTE_ADDR=f"198.51.100.{number}") for number in range(4)]

    assert came == [302, 302, 302, 429]


def test_the_same_form_sent_back_with_other_words_is_another_wish(care: CareTown) -> None:
    before, key = Person.objects.count(), uuid4()

    assert [ask(care.service_id, key=key, alias=alias) for alias in ("Noor", "Robin")] == [302, 302]

    assert Person.objects.count() == before + 2
