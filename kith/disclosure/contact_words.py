"""How a person wants to be reached, in plain sentences."""

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from kith.post.safe_contact import SafeContact

ENDING_DIGITS = 2


def contact_words(rule: SafeContact) -> str:
    """Ways, hours, and what to say, with number and address in full."""
    return " ".join([*_ways(rule, phone=rule.phone, email=rule.email), *_manners(rule)])


def contact_words_masked(rule: SafeContact) -> str:
    """The same for a preview, with the last two digits only."""
    ending = rule.phone[-ENDING_DIGITS:]
    phone = _("the number that ends %(digits)s") % {"digits": ending} if rule.phone else ""
    return " ".join([*_ways(rule, phone=phone, email=_("the mail address")), *_manners(rule)])


def _ways(rule: SafeContact, *, phone: str, email: str) -> list[str]:
    ways = []
    if rule.may_call and rule.phone:
        ways.append(_("Phone: %(phone)s.") % {"phone": phone})
        ways.append(_("A voice message is fine.") if rule.may_voicemail else _("No voice messages."))
    if rule.may_text and rule.phone:
        words = _("Text messages: %(phone)s.") if rule.may_call else _("Text messages only: %(phone)s.")
        ways.append(words % {"phone": phone})
    if rule.may_mail and rule.email:
        ways.append(_("Mail: %(email)s.") % {"email": email})
    return ways


def _manners(rule: SafeContact) -> list[str]:
    manners = []
    if rule.days:
        hours = [f"{WEEKDAYS[day]} {opens}–{closes}" for day, (opens, closes) in sorted(rule.days.items())]
        manners.append(_("Only at these times: %(hours)s.") % {"hours": _(", ").join(hours)})
    if rule.say:
        manners.append(_("Say that it is about: %(say)s.") % {"say": rule.say})
    return manners
