"""Who may do what with the site, its work and its chain, as one truth table."""

import pytest

from kith.core.actions.set_site_profile import set_site_profile
from kith.core.ids import uuid7
from kith.core.policies import event_seal, site_profile, work
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, portal_of, staff
from tests.factories.core_site import a_profile

pytestmark = pytest.mark.django_db
HOST = uuid7()
WHO: dict[str, Viewer] = {
    "the system": SYSTEM,
    "nobody": Viewer.nobody(Door.PUBLIC),
    "a person": portal_of(uuid7()),
    "the host's admin": staff(Role.ADMIN, organization_id=HOST),
    "the host's officer": staff(Role.PRIVACY_OFFICER, organization_id=HOST),
    "another admin": staff(Role.ADMIN),
    "the host's navigator": staff(Role.NAVIGATOR, organization_id=HOST),
}
TABLE = [
    (site_profile.May.READ, set(WHO)),
    (site_profile.May.CHANGE, {"the system", "the host's admin"}),
    (work.May.READ, {"the system", "the host's admin"}),
    (work.May.RETRY, {"the system", "the host's admin"}),
    (work.May.RUN, {"the system"}),
    (event_seal.May.SEAL, {"the system"}),
    (event_seal.May.VERIFY, {"the system", "the host's admin", "the host's officer", "another admin"}),
]


@pytest.mark.parametrize("may, expected", TABLE, ids=[repr(may) for may, _ in TABLE])
def test_who_may(may: site_profile.May | work.May | event_seal.May, expected: set[str]) -> None:
    set_site_profile(SYSTEM, **a_profile(host_organization_id=HOST))

    assert {name for name, viewer in WHO.items() if allowed(viewer, may)} == expected


def allowed(viewer: Viewer, may: site_profile.May | work.May | event_seal.May) -> bool:
    if isinstance(may, site_profile.May):
        return site_profile.site_profiles(viewer, may).exists()
    if isinstance(may, work.May):
        return work.may_touch(viewer, may)
    return event_seal.may_touch(viewer, may)


def test_before_setup_no_admin_may_change_the_site() -> None:
    assert not site_profile.site_profiles(staff(Role.ADMIN), site_profile.May.CHANGE).exists()
