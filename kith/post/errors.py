"""What can go wrong in the post room."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import Denied, Expired, KithError, StatusConflict


class MayNotReach(Denied):
    """The person's own rule leaves no way by which a message may go."""

    code = "may-not-reach"
    sentence = _("This person has not said that we may write. Please ask them how we may reach them.")


class LinkUsed(Expired):
    """The link did its one thing already."""

    code = "link-used"
    sentence = _("This link was used already. We have your answer. Thank you.")


class SaidAlready(StatusConflict):
    """The link said this before; it is still open for its one answer."""

    code = "said-already"
    sentence = _("We have this already. Thank you. You need not send it again.")


class LinkClosed(Expired):
    """What the link was for is over."""

    code = "link-closed"
    sentence = _("This link is closed. Nothing more is needed from you. Thank you.")


class LinkGuessed(LinkClosed):
    """A wrong code was tried on the link too often; the right one does not open it any more."""

    code = "link-guessed"
    sentence = _("This page is closed, because a wrong code was tried too often. Please phone us.")


class NoPageToOpen(StatusConflict):
    """There is no page for which a code could be read out."""

    code = "no-page-to-open"
    sentence = _("The page with the name is closed, or was opened already. Tell them on the phone instead.")


class LinkBlank(Expired):
    """The page was open for its minutes and is blank now, for ever."""

    code = "link-blank"
    sentence = _("This page is blank now. If you still need it, please phone the person who asked you.")


class OtherDevice(Denied):
    """The page was opened on another phone or computer first."""

    code = "other-device"
    sentence = _("This page was opened on another phone or computer. It stays closed here.")


class NotADeliveryReport(KithError):
    """The mail given is not a delivery report, or it tells of no message of ours."""

    status = 422
    code = "not-a-delivery-report"
    sentence = _("This is not a delivery report about a message that Kith sent.")
