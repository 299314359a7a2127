from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from kith.accounts.actions.invite_member import invite_member
from kith.accounts.errors import BadEmail
from kith.accounts.models import Invitation
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_only_the_tokens_digest_and_a_sealed_address_are_kept(admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin, email="New@Member.example")

    with connection.cursor() as cursor:
        cursor.execute("SELECT email, token_digest FROM accounts_invitation")
        stored = str(cursor.fetchall())
    assert token not in stored
    assert "member.example" not in stored
    assert Invitation.objects.get(pk=invitation_id).email == "new@member.example"


def test_an_invitation_is_good_for_seven_days(admin: Viewer) -> None:
    invitation_id, _ = make.an_invitation(admin)

    row = Invitation.objects.get(pk=invitation_id)
    assert timedelta(days=7) <= row.expires_at - row.invited_at < timedelta(days=7, seconds=5)


def test_the_event_says_which_role_and_not_who(admin: Viewer) -> None:
    make.an_invitation(admin, role=Role.CURATOR)

    assert Event.objects.get(kind="accounts.member_invited").payload == {"role": "curator"}


def test_the_hosts_admin_invites_an_admin_where_there_is_none(host_admin: Viewer, harbour: UUID) -> None:
    make.a_member(harbour, Role.NAVIGATOR)

    made = invite_member(host_admin, organization_id=harbour, email="a@b.example", role=Role.ADMIN)

    row = Invitation.objects.get(pk=made.id)
    assert (row.organization_id, row.from_organization_id) == (harbour, host_admin.organization_id)
    event = Event.objects.get(kind="accounts.member_invited")
    assert (event.organization_id, event.acting_organization_id) == (harbour, host_admin.organization_id)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_the_hosts_admin_brings_nobody_else_into_a_partner(
    host_admin: Viewer, harbour: UUID, role: Role
) -> None:
    with pytest.raises(Denied):
        invite_member(host_admin, organization_id=harbour, email="a@b.example", role=role)

    assert not Invitation.objects.exists()


@pytest.mark.parametrize("role", Role)
def test_with_an_admin_of_its_own_a_partner_is_not_the_hosts_to_find(
    host_admin: Viewer, admin: Viewer, harbour: UUID, role: Role
) -> None:
    with pytest.raises(NotFound):
        invite_member(host_admin, organization_id=harbour, email="a@b.example", role=role)


def test_other_roles_of_the_host_invite_nobody_to_a_partner(host_admin: Viewer, harbour: UUID) -> None:
    others = make.a_member(
        make.organization_id_of(host_admin), *(role for role in Role if role != Role.ADMIN)
    )

    with pytest.raises(NotFound):
        invite_member(others, organization_id=harbour, email="a@b.example", role=Role.ADMIN)


def test_the_database_keeps_no_other_role_from_outside(admin: Viewer, lantern: UUID) -> None:
    invitation_id, _ = make.an_invitation(admin, role=Role.NAVIGATOR)

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation_id).update(from_organization=lantern)


def test_an_unknown_organisation_is_not_found(host_admin: Viewer) -> None:
    with pytest.raises(NotFound):
        invite_member(host_admin, organization_id=uuid7(), email="a@b.example", role=Role.ADMIN)


def test_a_colleague_without_the_role_is_denied(navigator: Viewer, harbour: UUID) -> None:
    with pytest.raises(Denied):
        invite_member(navigator, organization_id=harbour, email="a@b.example", role=Role.NAVIGATOR)


def test_a_foreign_organisation_is_not_found(admin: Viewer, lantern: UUID) -> None:
    with pytest.raises(NotFound):
        invite_member(admin, organization_id=lantern, email="a@b.example", role=Role.NAVIGATOR)


def test_what_is_no_address_is_not_invited(admin: Viewer, harbour: UUID) -> None:
    with pytest.raises(BadEmail):
        invite_member(admin, organization_id=harbour, email="nobody", role=Role.NAVIGATOR)
