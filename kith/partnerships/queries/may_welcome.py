"""Whether a page may offer to welcome a partner."""

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import is_welcoming


def may_welcome(viewer: Viewer) -> bool:
    """True if `viewer` may welcome partners for the host. At most one statement."""
    return is_welcoming(viewer)
