"""What visitors see of the site."""

import pytest

from kith.core.actions.set_public_face import set_public_face
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.errors import Denied
from kith.core.ids import uuid7
from kith.core.models import SITE_ID, Event
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, portal_of, staff
from tests.factories.core_site import a_face, a_profile

pytestmark = pytest.mark.django_db
NOBODY = Viewer.nobody(Door.PUBLIC)
KIND = "core.public_face_changed"


def test_it_is_written_recorded_and_read_by_everyone() -> None:
    set_site_profile(SYSTEM, **a_profile())

    set_public_face(
        SYSTEM, **a_face(public_name=" Town notes ", is_discreet=True, left_out_pages=["new", "food", "new"])
    )

    page = site_profile(NOBODY)
    assert (page.public_name, page.is_discreet, page.left_out_pages) == ("Town notes", True, ("food", "new"))
    assert (page.text_line, page.text_line_words) == ("85258", "Text SHOUT.")
    assert (page.safety_line, page.safety_line_words) == ("0808 2000 247", "Free.")
    event = Event.objects.get(kind=KIND)
    assert event.subject_id == SITE_ID
    assert "85258" not in str(event.payload)


def test_the_name_of_an_unnamed_site_is_kith() -> None:
    assert site_profile(NOBODY).public_name == "Kith"
    set_site_profile(SYSTEM, **a_profile())

    set_public_face(SYSTEM, **a_face(public_name=" "))

    assert site_profile(NOBODY).public_name == "Kith"


def test_it_stays_when_the_profile_is_set_again() -> None:
    set_site_profile(SYSTEM, **a_profile())
    set_public_face(SYSTEM, **a_face(public_name="Town notes"))

    set_site_profile(SYSTEM, **a_profile(name="Southgate"))

    page = site_profile(NOBODY)
    assert (page.name, page.public_name, page.text_line) == ("Southgate", "Town notes", "85258")


def test_the_hosts_admin_may_change_it() -> None:
    host_id = uuid7()
    set_site_profile(SYSTEM, **a_profile(host_organization_id=host_id))

    set_public_face(staff(Role.ADMIN, organization_id=host_id), **a_face(public_name="Town notes"))

    assert site_profile(NOBODY).public_name == "Town notes"


@pytest.mark.parametrize("viewer", [NOBODY, portal_of(uuid7()), *(staff(role) for role in Role)])
def test_nobody_else_may_change_it(viewer: Viewer) -> None:
    set_site_profile(SYSTEM, **a_profile(host_organization_id=uuid7()))

    with pytest.raises(Denied):
        set_public_face(viewer, **a_face(public_name="Town notes"))

    assert not Event.objects.filter(kind=KIND).exists()


def test_before_the_site_is_set_up_there_is_nothing_to_say() -> None:
    with pytest.raises(Denied):
        set_public_face(SYSTEM, **a_face())
