"""What can go wrong in the care room, in words a worker can act on."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, Denied, StatusConflict, Unavailable


class AlreadyAsked(StatusConflict):
    """There is an open ask for the same person, need and service."""

    code = "already-asked"
    sentence = _("There is already an open request to this service for this need. Look at that one first.")


class PartnerPaused(StatusConflict):
    """The partner has paused new asks."""

    code = "partner-paused"
    sentence = _("This partner has paused new requests. Choose another service, or ask when the pause ends.")


class TooManyOpenAsks(StatusConflict):
    """The partner's own limit of open asks is reached."""

    code = "too-many-open-asks"
    sentence = _("This partner has as many open requests as it wants. Choose another, or wait for an answer.")


class ServiceTakesNoneFromUs(StatusConflict):
    """By the agreement that binds both, this service takes asks from other parties."""

    code = "service-takes-none-from-us"
    sentence = _("By our agreement, this service takes no requests from us. Choose another service.")


class NoNamedContact(StatusConflict):
    """The partner has named nobody who may be told a name."""

    code = "no-named-contact"
    sentence = _("This partner has no named person yet. Ask your partnership manager to add one.")


class NoOwnCode(StatusConflict):
    """The partner's contact has no code of their own for the page with the name."""

    code = "no-own-code"
    sentence = _("Their contact has no code yet. Phone them and agree one, then tell them the name.")


class ContactNotConfirmed(StatusConflict):
    """The partner's contact was changed, and nobody who can know has said that it is the right person."""

    code = "contact-not-confirmed"
    sentence = _(
        "The contact there is new. Ask there first if it is the right person, and say so on its page."
    )


class ReachesSomeoneKeptOut(Denied):
    """Nobody could be asked there but a human whom the person keeps out."""

    code = "reaches-someone-kept-out"
    sentence = _(
        "Asking there would reach someone whom this person asked to keep out. Nothing was sent, and they are "
        "not told. Choose another place."
    )


class NoPhoneAgreed(StatusConflict):
    """There is no phone number on which a code could be read to the partner's contact."""

    code = "no-phone-agreed"
    sentence = _("Their contact has no phone number here, so no code can be read to them.")


class AnswerComesFromElsewhere(BadInput):
    """The way the answer is said to have come does not fit who records it."""

    code = "answer-comes-from-elsewhere"
    sentence = _("Say how this answer reached you: by phone, with the name of who told you and when.")


class SharingStopped(StatusConflict):
    """The person has stopped or paused sharing since the ask."""

    code = "sharing-stopped"
    sentence = _("This request is no longer open. Thank you. Nothing more is needed from you.")


class SharingPaused(StatusConflict):
    """The person has paused sharing with this partner; a new yes must not end the pause."""

    code = "sharing-paused-by-person"
    sentence = _("This person has paused sharing with this partner. Ask them first, and choose “go on”.")


class PersonSaidNo(StatusConflict):
    """The person did not say yes, so nothing is sent."""

    code = "person-said-no"
    sentence = _("Nothing was sent, because the answer was not yes.")


class NobodyOnDuty(Unavailable):
    """The site has not named who answers people who ask by themselves."""

    code = "nobody-on-duty"
    sentence = _("We cannot take requests on this page yet. Please phone the service itself.")
