"""What this room does when an event is delivered in the care room."""
