"""A named human has read a public page."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput, Denied
from kith.core.events import PageReviewed, record
from kith.core.ids import Ref
from kith.core.models import PageReview
from kith.core.policies.page_review import may_review
from kith.core.viewer import Viewer


@transaction.atomic
def review_page(viewer: Viewer, *, page: str, language: str, digest: str, reviewer_name: str) -> UUID:
    """Keep that this human found the page right in this language. Returns the review's id.

    `digest` is of the words that were read: other words are not reviewed by it. Raises Denied for all but
    the system and an admin of the host, BadInput without a name.
    """
    if not may_review(viewer):
        raise Denied
    if not reviewer_name.strip():
        raise BadInput(_("Please write the name of who has read the page."), field="reviewer_name")
    row = PageReview.objects.create(
        page=page,
        language=language,
        digest=digest,
        reviewer_name=reviewer_name.strip(),
        recorded_by_id=viewer.user_id,
        reviewed_at=clock.now(),
    )
    record(
        viewer,
        PageReviewed(
            subject=Ref("site", row.id),
            organization_id=viewer.organization_id,
            page_code=page,
            language=language,
            words_digest=digest,
        ),
    )
    return row.id
