"""Browsers of people who are signed in, made by actions."""

from uuid import UUID

from django.test import Client

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.models import User
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.ids import uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.terms import OrganizationKind

SYSTEM = Viewer.system(Door.COMMAND)


def an_organization(name: str = "Northgate Clinic") -> UUID:
    return add_organization(
        SYSTEM, name=name, description="", email="", website="", kind=OrganizationKind.COMMUNITY
    )


def a_user(name: str = "Jo Adeyemi") -> UUID:
    return create_user(
        SYSTEM, email=f"{uuid7().hex}@example.org", display_name=name, password=None, is_demo=True
    )


def browser_of(user_id: UUID) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user_id))
    return client


def browser_of_member(*roles: Role, organization_id: UUID | None = None) -> Client:
    user_id = a_user()
    organization_id = organization_id or an_organization()
    for role in roles:
        add_member(SYSTEM, user_id=user_id, organization_id=organization_id, role=role)
    return browser_of(user_id)


def a_site(host_organization_id: UUID | None = None, *, is_demo: bool = True) -> None:
    set_site_profile(
        SYSTEM,
        name="Northgate Mental Health Partnership",
        host_organization_id=host_organization_id,
        duty_user_id=None,
        country="US",
        emergency_number="911",
        talk_line="988",
        talk_line_words="free, day and night",
        jurisdiction="demo",
        timezone="America/New_York",
        is_demo=is_demo,
    )
