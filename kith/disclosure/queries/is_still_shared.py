"""Whether anything that a partner was told may still be seen."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.disclosure.policies.disclosure import one_disclosure
from kith.disclosure.seen import circumstances_of, seen


def is_still_shared(viewer: Viewer, *, disclosure_id: UUID) -> bool:
    """Decided again now. It shows nothing, so that no look is recorded. Raises NotFound."""
    line = one_disclosure(viewer, disclosure_id)
    return bool(seen(viewer, line, circumstances_of(line)))
