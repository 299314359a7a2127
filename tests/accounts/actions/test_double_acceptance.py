"""Two clicks at the same moment, in two processes of the web server."""

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import OperationalError, connection

from kith.accounts.actions.accept_invitation import accept_invitation
from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.end_membership import end_membership
from kith.accounts.actions.invite_member import invite_member
from kith.accounts.errors import InvitationOvertaken, InvitationUsed, LastAdmin
from kith.accounts.models import Membership, User
from kith.core.errors import KithError
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def outcome(work: Callable[[], object]) -> str:
    """The name of what came of it. SQLite in memory does not wait for its lock: try again."""
    for _ in range(2000):
        try:
            work()
        except KithError as error:
            return type(error).__name__
        except OperationalError:
            time.sleep(0.005)
            continue
        return "done"
    return "never"


def at_once(works: list[Callable[[], object]]) -> Counter[str]:
    """What came of all of them, started together."""
    gate = Barrier(len(works))

    def run(work: Callable[[], object]) -> str:
        gate.wait()
        try:
            return outcome(work)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return Counter(pool.map(run, works))


@pytest.fixture
def admin() -> Viewer:
    return make.a_member(make.an_organization(), Role.ADMIN)


def test_of_many_acceptances_at_once_one_counts(admin: Viewer) -> None:
    invited = make.seen_as(make.a_user("new@member.example"))
    _, token = make.an_invitation(admin)

    came = at_once([lambda: accept_invitation(invited, token=token)] * AT_ONCE)

    assert came == {"done": 1, InvitationUsed.__name__: AT_ONCE - 1}
    assert Membership.objects.filter(user_id=invited.user_id).count() == 1
    assert Event.objects.filter(kind="accounts.invitation_accepted").count() == 1


def test_of_many_newcomers_at_once_one_user_comes(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)

    def take_up() -> object:
        return accept_invitation_as_newcomer(
            make.NOBODY, token=token, display_name="Noor", password=make.PASSWORD
        )

    came = at_once([take_up] * AT_ONCE)

    assert came == {"done": 1, InvitationUsed.__name__: AT_ONCE - 1}
    assert User.objects.filter(email="new@member.example").count() == 1


def test_two_admins_who_end_each_other_leave_one(admin: Viewer) -> None:
    other = make.a_member(make.organization_id_of(admin), Role.ADMIN)
    mine, theirs = make.a_membership_of(admin), make.a_membership_of(other)

    came = at_once(
        [
            lambda: end_membership(admin, membership_id=theirs),
            lambda: end_membership(other, membership_id=mine),
        ]
    )

    assert came == {"done": 1, LastAdmin.__name__: 1}
    assert Membership.objects.filter(role=Role.ADMIN, ended_at__isnull=True).count() == 1


def test_of_many_first_admins_at_once_one_comes_in() -> None:
    host_admin = make.a_member(make.a_host(), Role.ADMIN)
    partner = make.an_organization("Lantern")
    invited = {
        make.seen_as(make.a_user(email)): invite_member(
            host_admin, organization_id=partner, email=email, role=Role.ADMIN
        ).token
        for email in (f"first{number}@member.example" for number in range(AT_ONCE))
    }

    came = at_once([partial(accept_invitation, viewer, token=token) for viewer, token in invited.items()])

    assert came == {"done": 1, InvitationOvertaken.__name__: AT_ONCE - 1}
    assert Membership.objects.filter(organization_id=partner, role=Role.ADMIN).count() == 1
