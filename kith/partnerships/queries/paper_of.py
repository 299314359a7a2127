"""A copy of the paper behind an adopted agreement."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.files import read_file
from kith.core.viewer import Viewer
from kith.partnerships.events import PaperRead
from kith.partnerships.policies.agreement import May, one_agreement
from kith.partnerships.policies.clauses import one_paper

ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """The file as it came, the type found inside it, and a name of our own making."""

    content: bytes
    content_type: str
    file_name: str


def paper_of(viewer: Viewer, *, agreement_id: UUID) -> PaperCopy:
    """The paper, to be sent as an attachment; taking it is an event. Raises NotFound."""
    agreement = one_agreement(viewer, agreement_id, May.READ)
    paper = one_paper(viewer, agreement_id)
    content = read_file(paper.file_id)
    with transaction.atomic():
        record(viewer, PaperRead(subject=agreement.ref, organization_id=viewer.organization_id))
    return PaperCopy(
        content, paper.content_type, f"agreement-{paper.signed_on}.{ENDINGS[paper.content_type]}"
    )
