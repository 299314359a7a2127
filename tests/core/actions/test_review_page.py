"""Who has read a public page, and which words."""

import pytest

from kith.core.actions.review_page import review_page
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.errors import BadInput, Denied
from kith.core.ids import uuid7
from kith.core.models import Event, PageReview
from kith.core.queries.page_review import page_review
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, portal_of, staff
from tests.factories.core_site import a_profile

pytestmark = pytest.mark.django_db
NOBODY = Viewer.nobody(Door.PUBLIC)
HOST = uuid7()
READ = {"page": "food", "language": "en", "digest": "a" * 64}


@pytest.fixture
def admin() -> Viewer:
    set_site_profile(SYSTEM, **a_profile(host_organization_id=HOST))
    return staff(Role.ADMIN, organization_id=HOST)


def test_everyone_reads_who_has_reviewed_a_page(admin: Viewer) -> None:
    review_page(admin, **READ, reviewer_name=" Amara Okafor ")

    review = page_review(NOBODY, **READ)

    assert review is not None
    assert review.reviewer_name == "Amara Okafor"
    event = Event.objects.get(kind="core.page_reviewed")
    assert event.payload["page_code"] == "food"
    assert "Amara" not in str(event.payload)


@pytest.mark.parametrize("change", [{"page": "home"}, {"language": "ar"}, {"digest": "b" * 64}])
def test_another_page_language_or_other_words_are_not_reviewed_by_it(
    admin: Viewer, change: dict[str, str]
) -> None:
    review_page(admin, **READ, reviewer_name="Amara Okafor")

    assert page_review(NOBODY, **{**READ, **change}) is None


def test_the_latest_review_counts(admin: Viewer) -> None:
    review_page(admin, **READ, reviewer_name="Amara Okafor")
    review_page(admin, **READ, reviewer_name="Jo Adeyemi")

    review = page_review(NOBODY, **READ)

    assert review is not None
    assert review.reviewer_name == "Jo Adeyemi"


@pytest.mark.parametrize("viewer", [NOBODY, portal_of(uuid7()), *(staff(role) for role in Role)])
def test_nobody_but_the_hosts_admin_writes_it_down(admin: Viewer, viewer: Viewer) -> None:
    with pytest.raises(Denied):
        review_page(viewer, **READ, reviewer_name="Amara Okafor")

    assert not PageReview.objects.exists()


def test_a_review_without_a_name_is_none(admin: Viewer) -> None:
    with pytest.raises(BadInput) as caught:
        review_page(admin, **READ, reviewer_name=" ")

    assert caught.value.field == "reviewer_name"
