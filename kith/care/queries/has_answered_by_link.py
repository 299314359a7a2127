"""Whether an answer by link took effect already."""

from dataclasses import replace
from uuid import UUID

from kith.core.queries.outcome_of import outcome_of
from kith.core.viewer import Door, Viewer
from kith.post.queries.record_behind_link import record_behind_link
from kith.post.terms import LinkPurpose


def has_answered_by_link(viewer: Viewer, *, token: str, purpose: LinkPurpose, key: UUID) -> bool:
    """True if the form with this key took effect by this link, which may be used up or closed since.

    Whoever sends it again never saw its answer. Raises NotFound for a link that never was.
    """
    about = record_behind_link(viewer, token=token, purpose=purpose)
    sender = replace(Viewer.nobody(Door.ANSWER), only=about)
    return outcome_of(sender, key=key) is not None
