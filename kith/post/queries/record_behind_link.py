"""What a link is about, also when it has done its thing."""

import hashlib

from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.policies.single_purpose_link import link_with_digest
from kith.post.terms import LinkPurpose


def record_behind_link(viewer: Viewer, *, token: str, purpose: LinkPurpose) -> Ref:
    """The record that the link of this token is or was about, open or not: its name alone, nothing of it.

    Raises NotFound for an unknown token or another purpose.
    """
    digest = hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
    link = link_with_digest(viewer, digest=digest, purpose=purpose)
    if link is None:
        raise NotFound
    return link.about
