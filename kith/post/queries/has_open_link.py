"""Whether somebody still has a link in their mail that opens."""

from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.lifecycle.link import is_open
from kith.post.policies.single_purpose_link import May, links_on
from kith.post.terms import LinkPurpose


def has_open_link(viewer: Viewer, *, about: Ref, purpose: LinkPurpose) -> bool:
    """True while a link about this record, for this purpose, is neither used, closed nor over."""
    return links_on(viewer, May.CLOSE, about=about).filter(is_open(clock.now()), purpose=purpose).exists()
