"""Who may do what with whose membership, invitation and user: every combination."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from kith.accounts.actions.invite_member import invite_member
from kith.accounts.models import Invitation, Membership, User
from kith.accounts.policies.invitation import POLICY as INVITATION_POLICY
from kith.accounts.policies.invitation import invitations
from kith.accounts.policies.membership import POLICY as MEMBERSHIP_POLICY
from kith.accounts.policies.membership import manages, memberships
from kith.accounts.policies.starting import check_offers, roles_to_offer
from kith.accounts.policies.user import POLICY as USER_POLICY
from kith.accounts.policies.user import users
from kith.accounts.terms import May
from kith.core.errors import Denied, NotFound
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Town:
    """A host, two partners, a member each, an invitation to each partner, and the viewers.

    The third partner has a member and no admin; the host has invited one.
    """

    host: UUID
    harbour: UUID
    lantern: UUID
    orphan: UUID
    colleague: UUID
    stranger: UUID
    colleague_role: UUID
    stranger_role: UUID
    colleague_invitation: UUID
    stranger_invitation: UUID
    orphan_role: UUID
    orphan_invitation: UUID
    viewers: dict[str, Viewer]


@pytest.fixture
def town(db: None) -> Town:
    host, harbour, lantern = make.a_host(), make.an_organization("H"), make.an_organization("L")
    colleague, stranger = make.a_member(harbour, Role.CURATOR), make.a_member(lantern, Role.CURATOR)
    viewers = {f"own {role.value}": make.a_member(harbour, role) for role in Role}
    viewers |= {f"host {role.value}": make.a_member(host, role) for role in Role}
    viewers |= {"nobody": make.NOBODY, "system": make.SYSTEM, "person": make.seen_as(make.a_user())}
    stranger_admin = make.a_member(lantern, Role.ADMIN)
    orphan = make.an_organization("O")
    viewers["orphan"] = make.a_member(orphan, Role.NAVIGATOR)
    starting = invite_member(
        viewers["host admin"], organization_id=orphan, email="first@o.example", role=Role.ADMIN
    )
    return Town(
        host=host,
        harbour=harbour,
        lantern=lantern,
        orphan=orphan,
        colleague=make.user_id_of(colleague),
        stranger=make.user_id_of(stranger),
        colleague_role=make.a_membership_of(colleague),
        stranger_role=make.a_membership_of(stranger),
        colleague_invitation=make.an_invitation(viewers["own admin"])[0],
        stranger_invitation=make.an_invitation(stranger_admin)[0],
        orphan_role=make.a_membership_of(viewers["orphan"]),
        orphan_invitation=starting.id,
        viewers=viewers,
    )


OWN = {f"own {role.value}" for role in Role}
MANAGES_OWN = {"own admin", "system"}
MANAGES_OTHERS = {"system"}


def allowed(town: Town, sees: object) -> set[str]:
    return {name for name, viewer in town.viewers.items() if sees(viewer)}  # type: ignore[operator]


@pytest.mark.parametrize(
    ("may", "colleague", "stranger"),
    [(May.READ, OWN | MANAGES_OTHERS, MANAGES_OTHERS), (May.MANAGE, MANAGES_OWN, MANAGES_OTHERS)],
)
def test_memberships(town: Town, may: May, colleague: set[str], stranger: set[str]) -> None:
    def sees(row_id: UUID) -> set[str]:
        return allowed(town, lambda viewer: memberships(viewer, may).filter(pk=row_id).exists())

    assert sees(town.colleague_role) == colleague
    assert sees(town.stranger_role) == stranger
    assert sees(town.orphan_role) == MANAGES_OTHERS | ({"orphan"} if may is May.READ else set())


@pytest.mark.parametrize("may", [May.READ, May.MANAGE])
def test_invitations(town: Town, may: May) -> None:
    def sees(row_id: UUID) -> set[str]:
        return allowed(town, lambda viewer: invitations(viewer, may).filter(pk=row_id).exists())

    assert sees(town.colleague_invitation) == MANAGES_OWN
    assert sees(town.stranger_invitation) == MANAGES_OTHERS
    assert sees(town.orphan_invitation) == {"host admin", "system"}


def test_once_there_is_an_admin_the_hosts_invitation_is_theirs(town: Town) -> None:
    first = make.a_member(town.orphan, Role.ADMIN)

    open_to = {
        name
        for name, viewer in {**town.viewers, "first": first}.items()
        if invitations(viewer, May.READ).filter(pk=town.orphan_invitation).exists()
    }

    assert open_to == {"first", "system"}


def test_that_somebody_outside_invited_is_for_those_who_work_there(town: Town) -> None:
    def notices(row_id: UUID) -> set[str]:
        return allowed(town, lambda viewer: invitations(viewer, May.NOTICE).filter(pk=row_id).exists())

    assert notices(town.orphan_invitation) == {"orphan", "system"}
    assert notices(town.colleague_invitation) == set()


@pytest.mark.parametrize(
    ("may", "colleague", "stranger"),
    [(May.READ, OWN | MANAGES_OTHERS, MANAGES_OTHERS), (May.CHANGE, {"system"}, {"system"})],
)
def test_users(town: Town, may: May, colleague: set[str], stranger: set[str]) -> None:
    def sees(row_id: UUID) -> set[str]:
        return allowed(town, lambda viewer: users(viewer, may).filter(pk=row_id).exists())

    assert sees(town.colleague) == colleague
    assert sees(town.stranger) == stranger


def test_everybody_reads_and_changes_their_own_user_and_reads_their_own_roles(town: Town) -> None:
    for viewer in town.viewers.values():
        if viewer.user_id is None:
            continue
        assert users(viewer, May.CHANGE).filter(pk=viewer.user_id).exists()
        own = Membership.objects.filter(user_id=viewer.user_id)
        assert set(own) <= set(memberships(viewer, May.READ))


def test_who_manages(town: Town) -> None:
    assert allowed(town, lambda viewer: manages(viewer, town.harbour)) == MANAGES_OWN
    assert allowed(town, lambda viewer: manages(viewer, town.lantern)) == MANAGES_OTHERS
    assert allowed(town, lambda viewer: manages(viewer, town.orphan)) == MANAGES_OTHERS


@pytest.mark.parametrize("role", Role)
def test_who_may_offer_which_role(town: Town, role: Role) -> None:
    def offers(organization_id: UUID) -> set[str]:
        return allowed(town, lambda viewer: role in roles_to_offer(viewer, organization_id))

    assert offers(town.harbour) == MANAGES_OWN
    assert offers(town.lantern) == MANAGES_OTHERS
    assert offers(town.orphan) == MANAGES_OTHERS | ({"host admin"} if role is Role.ADMIN else set())


def test_an_admin_who_cannot_sign_in_is_none(town: Town) -> None:
    closed = make.a_member(town.orphan, Role.ADMIN)
    assert not roles_to_offer(town.viewers["host admin"], town.orphan)

    User.objects.filter(pk=closed.user_id).update(is_active=False)

    assert roles_to_offer(town.viewers["host admin"], town.orphan) == (Role.ADMIN,)


def test_managing_an_organisation_and_managing_its_rows_agree(town: Town) -> None:
    rows = {
        town.harbour: town.colleague_role,
        town.lantern: town.stranger_role,
        town.orphan: town.orphan_role,
    }
    for viewer in town.viewers.values():
        for organization_id, row_id in rows.items():
            assert manages(viewer, organization_id) == (
                memberships(viewer, May.MANAGE).filter(pk=row_id).exists()
            )


def test_without_the_role_ones_own_is_denied_and_the_rest_is_not_found(town: Town) -> None:
    for name, viewer in town.viewers.items():
        if name in MANAGES_OWN:
            continue
        with pytest.raises(Denied if name in OWN else NotFound):
            check_offers(viewer, town.harbour, Role.NAVIGATOR)
        with pytest.raises(NotFound):
            check_offers(viewer, town.lantern, Role.NAVIGATOR)


def test_what_a_policy_does_not_name_is_denied_to_all(town: Town) -> None:
    everyone = town.viewers.values()
    assert May.MANAGE not in USER_POLICY
    assert May.CHANGE not in MEMBERSHIP_POLICY
    assert May.CHANGE not in INVITATION_POLICY
    assert not any(users(viewer, May.MANAGE).exists() for viewer in everyone)
    assert not any(memberships(viewer, May.CHANGE).exists() for viewer in everyone)
    assert not any(invitations(viewer, May.CHANGE).exists() for viewer in everyone)
    assert User.objects.exists()
    assert Invitation.objects.exists()


def test_without_a_host_no_admin_offers_a_partner_anything(harbour: UUID, lantern: UUID) -> None:
    assert not roles_to_offer(make.a_member(harbour, Role.ADMIN), lantern)
