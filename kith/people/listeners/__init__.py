"""What this room does when an event is delivered in the people room."""

from kith.people.listeners import link_accepted_portal
