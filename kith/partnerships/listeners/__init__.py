"""What this room does when an event is delivered in the partnerships room."""

from kith.partnerships.listeners import ask_to_confirm, link_newcomers, tell_of_contacts
