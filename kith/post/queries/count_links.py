"""How often somebody was given a link to one thing."""

from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.policies.single_purpose_link import May, links_on
from kith.post.terms import LinkPurpose


def count_links(viewer: Viewer, *, about: Ref, purpose: LinkPurpose) -> int:
    """How many links for this purpose were ever made about a record. One statement."""
    return links_on(viewer, May.USE, about=about).filter(purpose=purpose.value).count()
