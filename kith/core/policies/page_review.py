"""Everyone may read who has reviewed a page; the host's admin writes it down."""

from collections.abc import Callable
from enum import StrEnum

from django.db.models import Q, QuerySet

from kith.core.models import PageReview
from kith.core.policies import site_profile
from kith.core.policies.narrowing import ALL, narrowed
from kith.core.viewer import Viewer


class May(StrEnum):
    """What one may do with reviews of pages."""

    READ = "read"


def _anyone(_viewer: Viewer) -> Q:
    return ALL


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _anyone}


def page_reviews(viewer: Viewer, may: May) -> QuerySet[PageReview]:
    """The reviews for which `viewer` may `may`."""
    return narrowed(PageReview.objects.all(), POLICY, viewer, may)


def may_review(viewer: Viewer) -> bool:
    """True for the system and an admin of the host."""
    return site_profile.site_profiles(viewer, site_profile.May.CHANGE).exists()
