"""Who has reviewed a public page."""

from dataclasses import dataclass
from datetime import datetime

from kith.core.policies.page_review import May, page_reviews
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PageReviewLine:
    """The human who found it right, and when."""

    reviewer_name: str
    reviewed_at: datetime


def page_review(viewer: Viewer, *, page: str, language: str, digest: str) -> PageReviewLine | None:
    """The latest review of exactly these words of the page; None if nobody did. One statement."""
    reviews = page_reviews(viewer, May.READ).filter(page=page, language=language, digest=digest)
    row = reviews.order_by("-reviewed_at", "-id").first()
    return None if row is None else PageReviewLine(row.reviewer_name, row.reviewed_at)
