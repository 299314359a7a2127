"""A copy of one of the papers behind an agreement."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.files import read_file
from kith.core.viewer import Viewer
from kith.partnerships.events import PaperRead
from kith.partnerships.policies.agreement import May, one_agreement
from kith.partnerships.policies.paper import one_paper_by_id
from kith.partnerships.queries.paper_of import ENDINGS, PaperCopy


def paper_copy(viewer: Viewer, *, agreement_id: UUID, paper_id: UUID) -> PaperCopy:
    """The paper, to be sent as an attachment; taking it is an event. Raises NotFound."""
    agreement = one_agreement(viewer, agreement_id, May.READ)
    paper = one_paper_by_id(viewer, agreement_id, paper_id)
    content = read_file(paper.file_id)
    with transaction.atomic():
        record(viewer, PaperRead(subject=agreement.ref, organization_id=viewer.organization_id))
    name = f"agreement-{paper.signed_on}.{ENDINGS[paper.content_type]}"
    return PaperCopy(content, paper.content_type, name)
