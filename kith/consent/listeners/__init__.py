"""What this room does when an event is delivered in the consent room."""
