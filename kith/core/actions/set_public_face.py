"""Say what visitors see of the site."""

from collections.abc import Sequence

from django.db import transaction

from kith.core.errors import Denied
from kith.core.events import PublicFaceChanged, record
from kith.core.ids import Ref
from kith.core.models import SITE_ID
from kith.core.policies.site_profile import May, site_profiles
from kith.core.viewer import Viewer


@transaction.atomic
def set_public_face(
    viewer: Viewer,
    *,
    public_name: str,
    is_discreet: bool,
    left_out_pages: Sequence[str],
    text_line: str,
    text_line_words: str,
    safety_line: str,
    safety_line_words: str,
) -> None:
    """Write the name that windows, header and footer show, the further lines, and which pages are left out.

    An empty name stands for Kith's own. `left_out_pages` are codes of public pages about a topic.
    Raises Denied for all but the system and an admin of the host, and before the site has a profile.
    """
    row = site_profiles(viewer, May.CHANGE).first()
    if row is None:
        raise Denied
    row.public_name = public_name.strip()
    row.is_discreet = is_discreet
    row.left_out_pages = sorted(set(left_out_pages))
    row.text_line, row.text_line_words = text_line, text_line_words
    row.safety_line, row.safety_line_words = safety_line, safety_line_words
    row.save()
    record(
        viewer,
        PublicFaceChanged(
            subject=Ref("site", SITE_ID),
            organization_id=row.host_organization_id,
            is_discreet=is_discreet,
            left_out_codes=tuple(row.left_out_pages),
        ),
    )
