"""Whether somebody was sent a link to one thing not long ago."""

from datetime import datetime

from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.policies.single_purpose_link import May, links_on
from kith.post.terms import LinkPurpose


def has_link_since(viewer: Viewer, *, about: Ref, purpose: LinkPurpose, since: datetime) -> bool:
    """True where a link about this record, for this purpose, was made after `since`, be it used or closed."""
    return links_on(viewer, May.CLOSE, about=about).filter(made_at__gt=since, purpose=purpose).exists()
