"""What can go wrong at a partnership's table, in words a worker can act on."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, StatusConflict


class BadPartnership(BadInput):
    """A partnership begins from an issue and has a name and at least one level."""

    code = "bad-partnership"
    sentence = _("Say what it is about, give it a name, and tick at least one level it works at.")


class BadSeat(BadInput):
    """Whoever sits at the table does something there."""

    code = "bad-seat"
    sentence = _("Choose one of your partners, and tick at least one thing it does at this table.")


class NobodyLeads(StatusConflict):
    """The last one who may change the partnership cannot leave the others behind."""

    code = "nobody-leads"
    sentence = _("Nobody could look after the table then. Let another seat lead it or convene it first.")


class SeatLeads(StatusConflict):
    """Whoever looks after the table is not sent away by another who does."""

    code = "seat-leads"
    sentence = _("This seat looks after the table, too. It can only leave by itself. Please talk with them.")


class ReasonMissing(BadInput):
    """Whoever loses a seat is told why."""

    code = "reason-missing"
    sentence = _("Say why, in at most 500 letters. They read it.")


class BadGoal(BadInput):
    """A shared goal says what shall be so, how it will be known, and at which level."""

    code = "bad-goal"
    sentence = _("Say in a few words what you want to reach, and how you will know.")


class BadMeeting(BadInput):
    """A meeting has a time to come, a length of 5 to 600 minutes, and an agenda that can be read."""

    code = "bad-meeting"
    sentence = _("Check the meeting: a time to come, 5 to 600 minutes, and at most 20 short points.")


class BadNote(BadInput):
    """What was held is a day that has been, with a title, and those who came sit at the table."""

    code = "bad-note"
    sentence = _("Check what you wrote: a day that has been, short words, and only those who sit here.")


class BadActionItem(BadInput):
    """One thing to do has one owner at the table and one day."""

    code = "bad-action-item"
    sentence = _("Each thing to do needs a few words, one organisation that sits here, and one day.")


class MeetingIsOver(StatusConflict):
    """It was held or called off before."""

    code = "meeting-is-over"
    sentence = _("This meeting was held or called off already. Plan another one.")


class NotYetHeld(StatusConflict):
    """What came of a meeting is noted once it has begun."""

    code = "not-yet-held"
    sentence = _("This meeting has not begun yet. Note afterwards what came of it.")


class AlreadyDone(StatusConflict):
    """This was done before."""

    code = "already-done"
    sentence = _("This was marked as done before.")
