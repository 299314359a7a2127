"""What this room does when an event is delivered in the partnerships room."""
