"""What can go wrong with users, memberships and invitations."""

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, Denied, Expired, StatusConflict


class EmailTaken(BadInput):
    """There is a user with this e-mail already."""

    code = "email-taken"
    sentence = _("Somebody already signs in with this e-mail address.")


class BadEmail(BadInput):
    """This is not an e-mail address."""

    code = "bad-email"
    sentence = _("This does not look like an e-mail address. Please check it.")


class WeakPassword(BadInput):
    """The password is too short or too common."""

    code = "weak-password"
    sentence = _("Please choose a longer password that is hard to guess.")


class AlreadyMember(StatusConflict):
    """The user has this role in this organisation already."""

    code = "already-member"
    sentence = _("This colleague already has this role. Nothing was changed.")


class LastAdmin(StatusConflict):
    """The organisation would be left without an admin."""

    code = "last-admin"
    sentence = _("This is the only admin. Please make somebody else an admin first.")


class CodesUnreadable(StatusConflict):
    """The secret of the one-time codes was sealed for another user, or with another key."""

    code = "codes-unreadable"
    sentence = _("Your one-time codes cannot be checked here. Please tell the people who run this site.")


class InvitationExpired(Expired):
    """The seven days are over."""

    code = "invitation-expired"
    sentence = _("This invitation has run out. Please ask for a new one.")


class InvitationUsed(Expired):
    """The invitation was accepted before."""

    code = "invitation-used"
    sentence = _("This invitation was already used. You can sign in now.")


class InvitationTakenBack(Expired):
    """Whoever invited has withdrawn the invitation."""

    code = "invitation-taken-back"
    sentence = _("This invitation was taken back. Please ask the person who invited you.")


class InvitationOvertaken(Expired):
    """The host invited an admin, and by now the organisation has one of its own."""

    code = "invitation-overtaken"
    sentence = _("This organisation has an admin by now. Please ask them to invite you.")


class InvitationForSomeoneElse(Denied):
    """Another user is signed in than the one who was invited."""

    code = "invitation-for-someone-else"
    sentence = _("This invitation was sent to another e-mail address. Please sign out first.")


class SignInFirst(Denied):
    """The invited e-mail already has a user: that user accepts while signed in."""

    code = "sign-in-first"
    sentence = _("You already have a sign-in. Please sign in, then open the invitation again.")


class NotThoseDays(BadInput):
    """The days of an absence are in the past, in the wrong order, or too many."""

    code = "not-those-days"
    sentence = _("Please choose a first day from today on, and a last day after it, within a year.")


class CannotCover(BadInput):
    """Whoever should cover is oneself, or helps nobody here."""

    code = "cannot-cover"
    sentence = _("Please choose a colleague who helps people here.")


class CoverIsAway(BadInput):
    """Whoever should cover is away on some of these days."""

    code = "cover-is-away"
    sentence = _("This colleague is away on some of these days too. Please choose another.")


class AlreadyAway(BadInput):
    """There is an absence on some of these days."""

    code = "already-away"
    sentence = _("This is written down already for some of these days. Please end that one first.")


class CoversThen(BadInput):
    """Whoever wants to be away covers for a colleague on some of these days."""

    code = "covers-then"
    sentence = _("On some of these days they are there for a colleague. Choose someone else for that first.")
