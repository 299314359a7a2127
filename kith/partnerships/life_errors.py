"""What cannot be done with a living agreement, and what to do instead."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, StatusConflict


class WordsMissing(BadInput):
    """A reason code alone does not tell the others what is going on."""

    code = "words-missing"
    sentence = _("Please say it in a few words, so that the others understand.")


class BadLastDay(BadInput):
    """A party leaves today or later, and not after the agreement has ended anyway."""

    code = "bad-last-day"
    sentence = _("Choose a last day from today on, and not after the last day of the agreement.")


class AlreadyLeaving(StatusConflict):
    """A party leaves once."""

    code = "already-leaving"
    sentence = _("Your organisation has already said that it leaves this agreement.")


class PartyHasLeft(BadInput):
    """Words cannot bind a party that has said that it leaves."""

    code = "party-has-left"
    sentence = _("One of these parties leaves the agreement. Please take it out of the words.")


class PartyLeftOut(BadInput):
    """Words that bind a party are replaced only with its signature."""

    code = "party-left-out"
    sentence = _(
        "Somebody is bound now and would not sign these words. Please let them sign, "
        "or end this agreement and propose another."
    )


class OtherWordsOffered(StatusConflict):
    """A renewal cannot push aside what others have put on the table."""

    code = "other-words-offered"
    sentence = _("Other words are on the table already. Sign these, or answer them, first.")


class BadRenewal(BadInput):
    """A renewal has other dates, and they lie ahead."""

    code = "bad-renewal"
    sentence = _("Choose a last day or a day to talk again that comes after today and is not the one of now.")


class BadReviewDay(BadInput):
    """A review was held, today at the latest; the next one comes later."""

    code = "bad-review-day"
    sentence = _("Check the days: you talked today or before, and you talk again after today.")


class NotOurClause(BadInput):
    """Only who owes it can ask to change it for a while."""

    code = "not-our-clause"
    sentence = _("Only the organisation that promised this can ask to change it for a while.")


class CannotVary(BadInput):
    """This kind of clause, or this part of it, has no number or day that could change for a while."""

    code = "cannot-vary"
    sentence = _("This cannot be changed for a while. Please propose new words for the agreement instead.")


class NothingChanges(BadInput):
    """The new terms say the same as the old ones."""

    code = "nothing-changes"
    sentence = _("This says the same as the agreement. Please write what is different for a while.")


class BadVariationDays(BadInput):
    """A change for a while begins today or later, inside the agreement, and lasts a year at most."""

    code = "bad-variation-days"
    sentence = _(
        "Choose a first day from today on and a last day after it, inside the agreement and within one year."
    )


class VariationOverlaps(BadInput):
    """One clause changes in one way at a time."""

    code = "variation-overlaps"
    sentence = _("On some of these days a change is agreed or asked already. Please choose other days.")


class VariationInPause(BadInput):
    """In a pause no clock runs, so that nothing needs to change."""

    code = "variation-in-pause"
    sentence = _("On some of these days new requests are paused, so no clock runs. Choose other days.")


class AlreadyAnswered(StatusConflict):
    """Each organisation answers once."""

    code = "already-answered"
    sentence = _("Your organisation has already answered this.")
