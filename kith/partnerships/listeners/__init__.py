"""What this room does when an event is delivered in the partnerships room."""

from kith.partnerships.listeners import (
    end_left_agreements,
    link_newcomers,
    mail_proposals,
    tell_directory_of_partners,
    tell_of_contacts,
    tell_parties,
    write_routine_mail,
)
