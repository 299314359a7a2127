"""The name and the address with which somebody signs in."""

from dataclasses import dataclass
from uuid import UUID

from kith.accounts.policies.user import users
from kith.accounts.terms import May
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SignIn:
    """One user, as colleagues and the mail server know them."""

    user_id: UUID
    name: str
    email: str


def sign_in_of(viewer: Viewer, *, user_id: UUID) -> SignIn | None:
    """The sign-in of one's own, or for Kith itself of anybody; None for everyone else. One statement."""
    row = users(viewer, May.CHANGE).filter(pk=user_id).first()
    return SignIn(row.id, row.display_name, row.email) if row is not None else None
