"""What can go wrong in the partnerships room, in words a worker can act on."""

from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, StatusConflict, TooMany


class ClauseMistake(BadInput):
    """Some clauses cannot stand as they are; `clause_keys` say which, as far as it is some clauses."""

    code = "clause-mistake"

    def __init__(
        self, sentence: str | Promise | None = None, *, field: str = "", clause_keys: tuple[UUID, ...] = ()
    ) -> None:
        super().__init__(sentence, field=field)
        self.clause_keys = clause_keys


class AlreadyPartner(StatusConflict):
    """The organisation was welcomed before."""

    code = "already-partner"
    sentence = _("This organisation is already a partner here. Look at its page first.")


class BadWeek(BadInput):
    """The days, hours, closed days or time zone cannot be read."""

    code = "bad-week"
    sentence = _("Check the days and hours: each day must close after it opens, in a known time zone.")


class CodeWordMissing(BadInput):
    """A partner has to know that an ask is no trick."""

    code = "code-word-missing"
    sentence = _("Agree on a code word of 3 to 40 letters with the partner. It shows them that we are real.")


class NameMissing(BadInput):
    """A contact is a person with a name and a role."""

    code = "name-missing"
    sentence = _("Give the name and the role of one person, not of an office.")


class NoWayToReach(BadInput):
    """A contact needs a telephone or a mail address."""

    code = "no-way-to-reach"
    sentence = _("Give a telephone number or a mail address for this person.")


class SharedMailbox(BadInput):
    """A name goes to a named person, never to an office address (promise 2)."""

    code = "shared-mailbox"
    sentence = _("Others may read this mailbox. Give this person's own mail address, or leave it empty.")


class CodeTooShort(BadInput):
    """A contact's own code must not be guessed."""

    code = "code-too-short"
    sentence = _("Choose a code of 6 to 40 letters or numbers that is not easy to guess.")


class CodeAlreadySet(StatusConflict):
    """A contact's own code is set once."""

    code = "code-already-set"
    sentence = _("This person has a code already. If it is lost, add the person again as a new contact.")


class TooManyCodeTries(TooMany):
    """A wrong code was tried too often."""

    code = "too-many-code-tries"
    sentence = _("The code was tried too often. Please wait 15 minutes, or phone us.")


class BadPause(BadInput):
    """A pause ends today or later, and within a year."""

    code = "bad-pause"
    sentence = _("Choose a last day of the pause from today on, within one year.")


class NotPaused(StatusConflict):
    """There is no pause today."""

    code = "not-paused"
    sentence = _("New requests are not paused. Please look at the page again.")


class BadLimit(BadInput):
    """A limit of open asks is at least one."""

    code = "bad-limit"
    sentence = _("Give a number of open requests from 1 to 500, or leave it empty for no limit.")


class BadWording(BadInput):
    """The agreement's words or clauses do not fit together."""

    code = "bad-wording"
    sentence = _("Give a title, a purpose, and at least two different parties, yours among them.")


class PromiseWithoutParty(ClauseMistake):
    """A promise exists only where the organisation that makes it is a party (promise 18)."""

    code = "promise-without-party"
    sentence = _("Only a party can promise an answer, once, within 1 to 60 of its own working days.")


class BadDates(ClauseMistake):
    """The dates of the agreement are in the wrong order."""

    code = "bad-dates"
    sentence = _("Check the dates: first the start, then the review, then the end.")


class AlreadySigned(StatusConflict):
    """This party has signed this wording."""

    code = "already-signed"
    sentence = _("Your organisation has already signed this agreement.")


class PaperNotReadable(BadInput):
    """The file is not a whole PDF, PNG or JPEG."""

    code = "paper-not-readable"
    sentence = _("Please choose a PDF, a PNG or a JPEG file. This one is something else, or not whole.")


class BadClause(ClauseMistake):
    """A clause cannot be read, or does not fit its parties."""

    code = "bad-clause"
    sentence = _("This clause is not complete yet. Please look at the marked field.")


class ClausesDisagree(ClauseMistake):
    """Two clauses of one wording cannot both hold."""

    code = "clauses-disagree"
    sentence = _("Two clauses say different things about the same. Please keep one of them, or change one.")


class StaleVersion(StatusConflict):
    """Other words are on the table than those that were seen."""

    code = "stale-version"
    sentence = _("Somebody has offered other words since you opened this page. Please read them first.")


class ClauseConflict(StatusConflict):
    """Somebody else has changed this clause meanwhile."""

    code = "clause-conflict"
    sentence = _("Somebody else has changed this clause meanwhile. Both are shown. Nothing of yours is lost.")


class PaperAnswered(StatusConflict):
    """A party says once whether a paper is the one it signed."""

    code = "paper-answered"
    sentence = _("Your organisation has answered this already. Thank you.")


class AskedLately(StatusConflict):
    """A partner is asked for a proposal once in seven days at most."""

    code = "asked-lately"
    sentence = _("This partner was asked in the last seven days. Please wait for an answer, or phone.")
