"""What this room does when an event is delivered in the people room."""

from kith.people.listeners import give_people_a_worker, link_accepted_portal
