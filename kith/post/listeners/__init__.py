"""What this room does when an event is delivered in the post room."""

from kith.post.listeners import send_messages
