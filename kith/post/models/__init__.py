"""Rows of the post room."""

from kith.post.models.outgoing_message import OutgoingMessage
from kith.post.models.safe_contact_rule import SafeContactRule
from kith.post.models.single_purpose_link import SinglePurposeLink

__all__ = ["OutgoingMessage", "SafeContactRule", "SinglePurposeLink"]
