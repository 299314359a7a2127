"""Which paper the viewer's organisation is asked about."""

from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.policies.paper import paper_to_answer


def paper_asked_about(viewer: Viewer, *, agreement_id: UUID) -> UUID:
    """The id of the paper that its next answer is about. Raises NotFound where there is none."""
    found = paper_to_answer(viewer, agreement_id)
    if found is None:
        raise NotFound
    return found.pk
