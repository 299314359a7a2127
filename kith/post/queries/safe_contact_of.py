"""How a person may be reached."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.post.policies.safe_contact_rule import May, rules
from kith.post.safe_contact import SafeContact


def safe_contact_of(viewer: Viewer, *, person_id: UUID) -> SafeContact | None:
    """The person's rule; None where there is none, or the viewer may not know it."""
    row = rules(viewer, May.READ).filter(person_id=person_id).first()
    return row.safe_contact if row is not None else None
