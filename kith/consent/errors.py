"""What can go wrong in the consent room."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, StatusConflict


class NeedsAHelper(BadInput):
    """The words were not reviewed by a named human, so nobody says yes to them alone."""

    code = "needs-a-helper"
    sentence = _(
        "These words have not been checked by a named person yet. "
        "Read them together: with a worker, or with an interpreter whose name you write down."
    )


class NeedsAnInterpreter(BadInput):
    """The words are not there in the language that the person hears, so somebody named puts them into it."""

    code = "needs-an-interpreter"
    sentence = _(
        "We do not have these words in that language. An interpreter is needed: write down their name."
    )


class NeedsAnEnd(BadInput):
    """A yes has an end: a day in the future, at most 12 months away."""

    code = "needs-an-end"
    sentence = _("Choose the last day of this yes: from today on, and at most 12 months away.")


class NothingAgreed(BadInput):
    """A yes names what may be told, in words."""

    code = "nothing-agreed"
    sentence = _("Say what may be told, and keep the words that were read.")


class HasEnded(StatusConflict):
    """This yes was taken back or replaced; only a new one can follow."""

    code = "consent-ended"
    sentence = _("This yes has ended already. If the person agrees again, record a new one.")
