"""How a person wants to be reached, in plain sentences."""

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from kith.post.safe_contact import SafeContact

ENDING_DIGITS = 2


def contact_words(rule: SafeContact) -> str:
    """Ways, hours, and what to say, with number and address in full."""
    return " ".join(contact_lines(rule))


def contact_lines(rule: SafeContact) -> list[str]:
    """The same, one sentence a line."""
    return [*_ways(rule, phone=rule.phone, email=rule.email), *_manners(rule)]


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
        manners.append(_("Only at these times: %(hours)s.") % {"hours": _(", ").join(_hours(rule))})
    if rule.say:
        manners.append(_("Say that it is about: %(say)s.") % {"say": rule.say})
    return manners


def _hours(rule: SafeContact) -> list[str]:
    """Days in a row with the same hours are said together: `Monday to Friday 16:00–20:00`."""
    runs: list[list[int]] = []
    for day in sorted(rule.days):
        if runs and runs[-1][-1] == day - 1 and rule.days[day] == rule.days[day - 1]:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [f"{_span(run)} {rule.days[run[0]][0]}–{rule.days[run[0]][1]}" for run in runs]


def _span(run: list[int]) -> str:
    first, last = str(WEEKDAYS[run[0]]), str(WEEKDAYS[run[-1]])
    return first if len(run) == 1 else _("%(first)s to %(last)s") % {"first": first, "last": last}
