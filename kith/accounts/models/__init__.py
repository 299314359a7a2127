"""Rows of the accounts room."""

from kith.accounts.models.absence import Absence
from kith.accounts.models.invitation import Invitation
from kith.accounts.models.membership import Membership
from kith.accounts.models.user import User

__all__ = ["Absence", "Invitation", "Membership", "User"]
