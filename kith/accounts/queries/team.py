"""The members of an organisation, and who was invited."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from kith.accounts.lifecycle.invitation import state_of
from kith.accounts.policies.invitation import invitations
from kith.accounts.policies.membership import belongs_to, check_known, manages, memberships
from kith.accounts.policies.starting import roles_to_offer
from kith.accounts.terms import ROLE_WORDS, InvitationState, May
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One role of one member, in words; the e-mail is empty for those who do not manage the team."""

    membership_id: UUID
    user_id: UUID
    name: str
    email: str
    role: str | Promise
    since: datetime
    is_self: bool


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """One open or expired invitation."""

    id: UUID
    email: str
    role: str | Promise
    invited_at: datetime
    expires_at: datetime
    is_expired: bool


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """Another organisation's admin offered a role here; who was invited is not told."""

    from_organization_id: UUID | None
    role: str | Promise
    invited_at: datetime
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class TeamPage:
    """Members by name, and invitations, newest first; open ones for those who may invite.

    To the host's admin an organisation without an admin shows neither members nor who else was invited.
    """

    organization_id: UUID
    is_member: bool
    may_manage: bool
    may_invite: tuple[Role, ...]
    members: list[TeamLine]
    invitations: list[InvitationLine]
    from_outside: list[OutsideLine]


def team(viewer: Viewer, *, organization_id: UUID) -> TeamPage:
    """One organisation's team. At most six statements.

    Raises NotFound for a foreign one; the host's admin finds it while it has no admin.
    """
    is_member, may_manage = belongs_to(viewer, organization_id), manages(viewer, organization_id)
    may_invite = roles_to_offer(viewer, organization_id)
    if not is_member and not may_invite:
        raise NotFound
    check_known(viewer, organization_id)
    return TeamPage(
        organization_id,
        is_member,
        may_manage,
        may_invite,
        _members(viewer, organization_id, may_manage) if is_member or may_manage else [],
        _invitations(viewer, organization_id) if may_invite else [],
        _from_outside(viewer, organization_id),
    )


def _members(viewer: Viewer, organization_id: UUID, may_manage: bool) -> list[TeamLine]:
    rows = memberships(viewer, May.READ).filter(organization_id=organization_id, ended_at__isnull=True)
    return [
        TeamLine(
            membership_id=row.id,
            user_id=row.user_id,
            name=row.user.display_name,
            email=row.user.email if may_manage else "",
            role=ROLE_WORDS[Role(row.role)],
            since=row.started_at,
            is_self=row.user_id == viewer.user_id,
        )
        for row in rows.select_related("user").order_by("user__display_name", "started_at", "id")
    ]


def _invitations(viewer: Viewer, organization_id: UUID) -> list[InvitationLine]:
    rows = invitations(viewer, May.READ).filter(
        organization_id=organization_id, accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    moment = clock.now()
    return [
        InvitationLine(
            id=row.id,
            email=row.email,
            role=ROLE_WORDS[Role(row.role)],
            invited_at=row.invited_at,
            expires_at=row.expires_at,
            is_expired=state_of(row, moment) is InvitationState.EXPIRED,
        )
        for row in rows.exclude(role="").order_by("-invited_at", "-id")
    ]


def _from_outside(viewer: Viewer, organization_id: UUID) -> list[OutsideLine]:
    rows = invitations(viewer, May.NOTICE).filter(organization_id=organization_id)
    return [
        OutsideLine(
            from_organization_id=row.from_organization_id,
            role=ROLE_WORDS[Role(row.role)],
            invited_at=row.invited_at,
            is_accepted=row.accepted_at is not None,
        )
        for row in rows.order_by("-invited_at", "-id")
    ]
