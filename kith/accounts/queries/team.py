"""The members of an organisation, and who was invited."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from kith.accounts.lifecycle.invitation import state_of
from kith.accounts.policies.invitation import invitations
from kith.accounts.policies.membership import check_reads, manages, memberships
from kith.accounts.terms import ROLE_WORDS, InvitationState, May
from kith.core import clock
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
class TeamPage:
    """Members by name, and invitations, newest first, for those who manage the team."""

    organization_id: UUID
    may_manage: bool
    members: list[TeamLine]
    invitations: list[InvitationLine]


def team(viewer: Viewer, *, organization_id: UUID) -> TeamPage:
    """One organisation's team. At most five statements. Raises NotFound for a foreign one."""
    check_reads(viewer, organization_id)
    may_manage = manages(viewer, organization_id)
    return TeamPage(
        organization_id,
        may_manage,
        _members(viewer, organization_id, may_manage),
        _invitations(viewer, organization_id) if may_manage else [],
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
