"""A clinic that hosts the site, a mosque that it has welcomed, and an agreement between them."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.test import Client

from kith.accounts.models import User
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Role, Viewer
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, an_organization, proposed


@dataclass(frozen=True, slots=True)
class Town:
    """Ids to open pages with."""

    clinic: UUID
    mosque: UUID
    elsewhere: UUID
    contact: UUID
    agreement: UUID
    manager: Viewer


@pytest.fixture
def town(db: None, cache_table: None) -> Town:
    clinic = an_organization("Northgate Clinic")
    set_site_profile(
        SYSTEM,
        name="Northgate",
        host_organization_id=clinic,
        duty_user_id=None,
        country="US",
        emergency_number="911",
        talk_line="988",
        talk_line_words="free",
        jurisdiction="demo",
        timezone="UTC",
        is_demo=True,
    )
    manager = a_member(clinic, Role.PARTNERSHIP_MANAGER)
    mosque = a_partner(manager, "Al-Noor Mosque")
    return Town(
        clinic=clinic,
        mosque=mosque,
        elsewhere=an_organization("Harbour Legal Aid"),
        contact=a_contact(manager, mosque),
        agreement=proposed(manager, mosque, promises={mosque: 2}),
        manager=manager,
    )


def browser_of(viewer: Viewer) -> Client:
    """A browser in which this member is signed in."""
    client = Client()
    client.force_login(User.objects.get(pk=viewer.user_id))
    return client


@pytest.fixture
def manager(town: Town) -> Client:
    return browser_of(town.manager)


@pytest.fixture
def coordinator(town: Town) -> Client:
    """The mosque's coordinator."""
    return browser_of(a_member(town.mosque, Role.COORDINATOR))
