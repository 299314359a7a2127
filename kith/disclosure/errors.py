"""What can go wrong when something is to be told."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, Denied, StatusConflict


class ConsentMissing(Denied):
    """The person has not agreed to share this with that partner."""

    code = "consent-missing"
    sentence = _("The person has not agreed to this yet, or has stopped it. Ask first. Nothing was told.")


class SharingForbidden(Denied):
    """A rule keeps it here; the sentence says which."""

    code = "sharing-forbidden"
    sentence = _("This may not be told to that partner. Nothing was told.")


class NameInTheAsk(BadInput):
    """The text that would go without a name holds the name, or a way to reach the person."""

    code = "name-in-the-ask"
    sentence = _(
        "The text holds the person's name, or a number or address of theirs. "
        "Take it out: the question goes without a name."
    )


class NotTheirContact(BadInput):
    """The named human is not an active contact of that partner."""

    code = "not-their-contact"
    sentence = _("Choose a contact who works for that partner.")


class AlreadyTold(StatusConflict):
    """The same partner was told this about the same request already."""

    code = "already-told"
    sentence = _("They were told this already. Please look at the page again.")
