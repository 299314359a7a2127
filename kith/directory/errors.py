"""What can go wrong in the directory."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import StatusConflict


class NoPlacesLeft(StatusConflict):
    """The last place was taken."""

    code = "no-places-left"
    sentence = _("There are no places left there just now. Nothing was changed.")


class ImportIsOver(StatusConflict):
    """Records were sent to an import run that has finished."""

    code = "import-is-over"
    sentence = _("This import has finished. Start a new one.")


class ListingChangedMeanwhile(StatusConflict):
    """Somebody else changed the same fields after the page was opened. `fields` names them."""

    code = "listing-changed-meanwhile"
    sentence = _(
        "Somebody else changed this while you were writing. "
        "Your words are still here. Look at both, then save."
    )

    def __init__(self, fields: tuple[str, ...] = ()) -> None:
        self.fields = fields
        super().__init__()


class WordsTakenOut(StatusConflict):
    """What the field said then was taken out, so it cannot come back."""

    code = "words-taken-out"
    sentence = _("What it said then was taken out. It cannot be put back.")


class SourceWordsTakenOut(StatusConflict):
    """What the source says of a field was taken out, so the field cannot go back to it."""

    code = "source-words-taken-out"
    sentence = _(
        "What the source says here was taken out, so it cannot be put back. Type what it should say."
    )
