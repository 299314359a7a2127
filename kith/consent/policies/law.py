"""Who may adopt a law for the site, and who may see what was adopted."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.consent.models import LawPackAdoption, ReviewedWords
from kith.consent.policies.who import EVERYTHING
from kith.core.errors import Denied
from kith.core.policies.narrowing import NOTHING, narrowed
from kith.core.viewer import Role, Viewer


class May(StrEnum):
    """What one may do with the site's laws and texts."""

    READ = "read"


def _who_works_here(viewer: Viewer) -> Q:
    """Kith itself, and everyone who is signed in: which law holds is no secret."""
    return EVERYTHING if viewer.is_system or viewer.user_id is not None else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _who_works_here}


def adoptions(viewer: Viewer, may: May) -> QuerySet[LawPackAdoption]:
    """The adoptions that `viewer` may `may`."""
    return narrowed(LawPackAdoption.objects.all(), POLICY, viewer, may)


def reviewed_words(viewer: Viewer, may: May) -> QuerySet[ReviewedWords]:
    """The reviewed texts that `viewer` may `may`."""
    return narrowed(ReviewedWords.objects.all(), POLICY, viewer, may)


def check_keeps_the_site(viewer: Viewer, *, host_id: UUID | None) -> None:
    """Let pass the privacy officer of the site's host, and Kith itself. Raises Denied."""
    if viewer.is_system:
        return
    if host_id is None or viewer.organization_id != host_id or not viewer.has(Role.PRIVACY_OFFICER):
        raise Denied
