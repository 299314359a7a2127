"""What can go wrong in the people room."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, StatusConflict


class AlreadyLinked(StatusConflict):
    """A login belongs to one person, a person has one login."""

    code = "already-linked"
    sentence = _("This login or this person is linked already. Nothing was changed.")


class NotAColleague(BadInput):
    """The one named does not look after people in this organisation."""

    code = "not-a-colleague"
    sentence = _("Please choose a colleague who looks after people here.")


class UnknownLanguage(BadInput):
    """What was given is not a language tag."""

    code = "unknown-language"
    sentence = _("We do not know this language. Please choose one from the list.")
