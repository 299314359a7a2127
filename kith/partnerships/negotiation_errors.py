"""What can go wrong while an agreement is drafted and negotiated, in words that say what to do next."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import StatusConflict
from kith.partnerships.errors import BadClause


class NamesNoParty(BadClause):
    """A clause names an organisation that takes no part."""

    code = "names-no-party"
    sentence = _(
        "A clause names an organisation that takes no part. Change that clause first, or take it out."
    )


class WordsConflict(StatusConflict):
    """Somebody else has changed the draft meanwhile."""

    code = "words-conflict"
    sentence = _("Somebody else has changed these words meanwhile. Both are shown. Nothing of yours is lost.")


class DraftExists(StatusConflict):
    """An organisation writes one draft of an agreement at a time."""

    code = "draft-exists"
    sentence = _("Your organisation has begun other words already. Please go on with that draft.")


class NothingOffered(StatusConflict):
    """There are no words that all parties see."""

    code = "nothing-offered"
    sentence = _("Nothing has been offered to the parties yet, so there are no words to answer.")
