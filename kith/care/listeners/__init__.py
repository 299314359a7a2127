"""What the care room does when something happened here or in a room below."""

from kith.care.listeners import (
    draft_after_no,
    look_for_name_in_asks,
    mail_the_ask,
    mail_the_name,
    put_bounce_before_owner,
    put_guessing_before_owner,
    reassign_after_leaving,
    remind_partners,
    send_name_link_again,
    stop_after_sharing_stopped,
    tell_owner_of_choice,
    tell_promises,
    thank_those_not_chosen,
)

__all__ = [
    "draft_after_no",
    "look_for_name_in_asks",
    "mail_the_ask",
    "mail_the_name",
    "put_bounce_before_owner",
    "put_guessing_before_owner",
    "reassign_after_leaving",
    "remind_partners",
    "send_name_link_again",
    "stop_after_sharing_stopped",
    "tell_owner_of_choice",
    "tell_promises",
    "thank_those_not_chosen",
]
