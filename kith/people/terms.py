"""Words and limits of the people room."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

LONGEST_ALIAS = 80
LONGEST_NAME = 200
LONGEST_AREA = 80
LONGEST_NOTE = 500
MOST_LANGUAGES = 10
PEOPLE_A_PAGE = 100


class LinkGiven(StrEnum):
    """How the link to a person's own page was given out: whoever is shown it could take it up."""

    SENT = "sent"
    SHOWN = "shown"


FREE_TEXT_WARNING = _("Please do not write about papers, visas or how someone came here.")
