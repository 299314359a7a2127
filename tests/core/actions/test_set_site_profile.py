import pytest

from kith.core.actions.set_site_profile import set_site_profile
from kith.core.errors import BadInput, Denied
from kith.core.ids import uuid7
from kith.core.models import SITE_ID, Event, SiteProfile
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, portal_of, staff
from tests.factories.core_site import a_profile

pytestmark = pytest.mark.django_db
NOBODY = Viewer.nobody(Door.PUBLIC)


def test_the_profile_is_written_recorded_and_read_by_everyone() -> None:
    host_id, duty_id = uuid7(), uuid7()

    set_site_profile(SYSTEM, **a_profile(host_organization_id=host_id, duty_user_id=duty_id))

    page = site_profile(NOBODY)
    assert (page.name, page.country, page.jurisdiction) == ("Northgate", "GB", "GB-ENG")
    assert (page.host_organization_id, page.duty_user_id) == (host_id, duty_id)
    assert (page.emergency_number, page.talk_line, page.talk_line_words) == ("999", "116 123", "Samaritans.")
    event = Event.objects.get()
    assert (event.kind, event.subject_id) == ("core.site_profile_changed", SITE_ID)
    assert "999" not in str(event.payload)


def test_there_is_one_profile_however_often_it_is_set() -> None:
    set_site_profile(SYSTEM, **a_profile())
    set_site_profile(SYSTEM, **a_profile(name=" Southgate "))

    assert str(SiteProfile.objects.get()) == "Southgate"


def test_before_setup_nothing_is_promised() -> None:
    page = site_profile(NOBODY)

    assert page.host_organization_id is page.duty_user_id is None
    assert page.emergency_number == page.talk_line == page.jurisdiction == ""
    assert page.name == "Kith"


def test_the_profile_is_one_statement(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        site_profile(NOBODY)


def test_the_hosts_admin_may_change_it() -> None:
    host_id = uuid7()
    set_site_profile(SYSTEM, **a_profile(host_organization_id=host_id))

    set_site_profile(staff(Role.ADMIN, organization_id=host_id), **a_profile(name="Southgate"))

    assert site_profile(NOBODY).name == "Southgate"


@pytest.mark.parametrize(
    "viewer",
    [
        NOBODY,
        portal_of(uuid7()),
        staff(Role.ADMIN),
        *(staff(role) for role in Role if role is not Role.ADMIN),
    ],
)
def test_nobody_else_may_change_it(viewer: Viewer) -> None:
    set_site_profile(SYSTEM, **a_profile(host_organization_id=uuid7()))

    with pytest.raises(Denied):
        set_site_profile(viewer, **a_profile(name="Southgate"))
    assert site_profile(NOBODY).name == "Northgate"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_another_role_of_the_host_may_not(role: Role) -> None:
    host_id = uuid7()
    set_site_profile(SYSTEM, **a_profile(host_organization_id=host_id))

    with pytest.raises(Denied):
        set_site_profile(staff(role, organization_id=host_id), **a_profile())


@pytest.mark.parametrize("change, field", [({"name": " "}, "name"), ({"timezone": "Mars/North"}, "timezone")])
def test_bad_input_names_the_field(change: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        set_site_profile(SYSTEM, **{**a_profile(), **change})

    assert caught.value.field == field
    assert not SiteProfile.objects.exists()
