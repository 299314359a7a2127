"""Every error Kith raises on purpose, each with an HTTP status and a stable code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class KithError(Exception):
    """Something a person can act on. The sentence is shown; it never holds a name or a health fact."""

    status = 400
    code = "error"
    sentence: str | Promise = _("This could not be done. Nothing was changed.")

    def __init__(self, sentence: str | Promise | None = None) -> None:
        self.sentence = sentence if sentence is not None else type(self).sentence
        super().__init__(str(self.sentence))


class NotFound(KithError):
    """There is no such thing, or this viewer may not know that there is."""

    status = 404
    code = "not-found"
    sentence = _("This page is not here, or it is not open to you.")


class Denied(KithError):
    """The viewer may see it but may not do this with it."""

    status = 403
    code = "denied"
    sentence = _("You may see this, but your role does not let you change it.")


class StatusConflict(KithError):
    """The step is not possible from where the record stands now, e.g. on a stale page."""

    status = 409
    code = "status-conflict"
    sentence = _("Someone has already moved this on. Please look at the page again.")


class BadInput(KithError):
    """What was typed or sent cannot be used; `field` names the part to mend."""

    status = 422
    code = "bad-input"
    sentence = _("Something in the form needs mending. Nothing was changed.")

    def __init__(self, sentence: str | Promise | None = None, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Expired(KithError):
    """The link or the time has run out."""

    status = 410
    code = "expired"
    sentence = _("This link has run out. Please ask for a new one.")


class TooMany(KithError):
    """Too many tries in a short time."""

    status = 429
    code = "too-many"
    sentence = _("That was tried too often. Please wait a few minutes.")


class Unavailable(KithError):
    """Something Kith needs is not there just now; trying again later can work."""

    status = 503
    code = "unavailable"
    sentence = _("This does not work just now. Nothing was changed. Please try again soon.")
