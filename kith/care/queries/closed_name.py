"""Why a page with a name is closed."""

from datetime import date

from kith.care.link_viewer import viewer_by_link
from kith.care.policies.referral import May, one_referral
from kith.core.viewer import Viewer
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.post.queries.record_of_link import record_of_link
from kith.post.terms import LinkPurpose


def closed_name(viewer: Viewer, *, token: str) -> date | None:
    """Since when sharing has stopped, whatever the reason; None where the request is finished and it has not.

    For whoever has the closed link; nothing of the person is in it. Raises NotFound.
    """
    link = record_of_link(viewer, token=token, purpose=LinkPurpose.SEE_NAME)
    narrow = viewer_by_link(about=link.about, organization_id=link.organization_id)
    told = one_referral(narrow, link.about.id, May.READ_AS_RECEIVER).name_disclosure_id
    return what_was_shared(narrow, disclosure_id=told).stopped_on if told is not None else None
