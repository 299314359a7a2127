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
