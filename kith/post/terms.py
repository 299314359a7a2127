"""Closed lists of the post room."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class MessageKind(StrEnum):
    """How a message travels."""

    MAIL = "mail"
    TEXT = "text"


class MessageStatus(StrEnum):
    """Where a message stands; the steps are in `lifecycle/message.py`."""

    QUEUED = "queued"
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    BY_HAND = "by_hand"
    BOUNCED = "bounced"
    CANCELLED = "cancelled"


class BounceReason(StrEnum):
    """Why a message did not arrive, as far as the other side said."""

    ADDRESS_UNKNOWN = "address_unknown"
    MAILBOX_FULL = "mailbox_full"
    REFUSED = "refused"
    NOT_TAKEN_IN_TIME = "not_taken_in_time"
    MAY_NOT_REACH = "may_not_reach"
    OTHER = "other"


class LinkPurpose(StrEnum):
    """The one thing that a link without login opens."""

    ANSWER_ASK = "answer_ask"
    SEE_NAME = "see_name"
    TELL_WHAT_HAPPENED = "tell_what_happened"
    CHOOSE_OWN_CODE = "choose_own_code"
    CONFIRM_LISTING = "confirm_listing"
    ANSWER_AGREEMENT = "answer_agreement"
    CONFIRM_PAPER = "confirm_paper"
    PROPOSE_AGREEMENT = "propose_agreement"


class SpokenTry(StrEnum):
    """What came of typing a code in that may have been read out on the phone."""

    NONE = "none"
    WRONG = "wrong"
    RIGHT = "right"


SENTENCES: Mapping[MessageStatus, Promise] = {
    MessageStatus.QUEUED: _("Will go out in a moment."),
    MessageStatus.HELD: _("Waits for the hours in which this person may be reached."),
    MessageStatus.SENDING: _("Is going out now."),
    MessageStatus.SENT: _("Sent. Nobody has told us that it did not arrive."),
    MessageStatus.BY_HAND: _("Please send this text from your own phone."),
    MessageStatus.BOUNCED: _("This did not arrive. Please use another way."),
    MessageStatus.CANCELLED: _("Stopped before it went out."),
}
BOUNCE_SENTENCES: Mapping[BounceReason, Promise] = {
    BounceReason.ADDRESS_UNKNOWN: _("This did not arrive: there is no such address."),
    BounceReason.MAILBOX_FULL: _("This did not arrive: the mailbox is full."),
    BounceReason.REFUSED: _("This did not arrive: the other mail server did not take it."),
    BounceReason.NOT_TAKEN_IN_TIME: _("This did not go out: no mail server took it for a day."),
    BounceReason.MAY_NOT_REACH: _(
        "This did not go out: the person no longer wants to be written to this way."
    ),
    BounceReason.OTHER: _("This did not arrive, and we were not told why."),
}
NEUTRAL_SUBJECT = _("A message for you")
