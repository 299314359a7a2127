"""Keeping the scan of a paper with the words it carries."""

from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.files import keep_file
from kith.core.viewer import Viewer
from kith.partnerships.models import Paper, Version


def keep_paper(
    viewer: Viewer, version: Version, paper: bytes, *, signed_on: date, organization_id: UUID | None
) -> str:
    """Seal the file and note who took it in. Returns its digest.

    `organization_id` is the one party that signed on it; None: all did.

    Raises BadInput for a file that is empty, over 20 MB, or no PDF, PNG or JPEG.
    """
    kept = keep_file(paper, field="paper")
    Paper(
        version=version,
        organization_id=organization_id,
        file_id=kept.id,
        content_type=kept.content_type,
        byte_count=kept.byte_count,
        digest=kept.digest,
        signed_on=signed_on,
        adopted_by_id=viewer.user_id,
        adopted_by_organization_id=viewer.organization_id,
        adopted_at=clock.now(),
    ).save()
    return kept.digest
