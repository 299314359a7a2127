"""What this room does when an event is delivered in the disclosure room."""
