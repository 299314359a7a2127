"""What can go wrong in the people room."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, StatusConflict


class AlreadyLinked(StatusConflict):
    """A login belongs to one person, a person has one login."""

    code = "already-linked"
    sentence = _("This login or this person is linked already. Nothing was changed.")


class LoginOfStaff(StatusConflict):
    """Whoever works for the organisation that helps the person is not that person."""

    code = "login-of-staff"
    sentence = _("This is the sign-in of somebody who works here. The person needs one of their own.")


class NotAColleague(BadInput):
    """The one named does not look after people in this organisation."""

    code = "not-a-colleague"
    sentence = _("Please choose a colleague who looks after people here.")


class UnknownLanguage(BadInput):
    """What was given is not a language tag."""

    code = "unknown-language"
    sentence = _("We do not know this language. Please choose one from the list.")
