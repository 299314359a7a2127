"""How and when a person may be reached: their own rule, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.core.working_time import WorkingWeek, is_open, next_open_at, week_of
from kith.post.terms import MessageKind

CLOCK_CHANGES_TO_STEP_OVER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact:
    """The person's rule. Whatever it does not allow is off.

    `days`: weekday (Monday 0) to hours ("09:00", "17:00"), local wall time in `timezone`; a day that is
    not named is closed. `say`: what to say that it is about. Nothing leaves outside the hours.
    """

    may_call: bool
    may_text: bool
    may_mail: bool
    may_voicemail: bool
    phone: str
    email: str
    days: Mapping[int, tuple[str, str]]
    timezone: str
    say: str


def ways_to_write(rule: SafeContact) -> tuple[MessageKind, ...]:
    """The kinds of message that the rule allows, the one to use first in front."""
    ways = []
    if rule.may_mail and rule.email:
        ways.append(MessageKind.MAIL)
    if rule.may_text and rule.phone:
        ways.append(MessageKind.TEXT)
    return tuple(ways)


def address_for(rule: SafeContact, kind: MessageKind) -> str:
    """The mail address or the phone number that messages of `kind` go to."""
    return rule.email if kind is MessageKind.MAIL else rule.phone


def is_same_mailbox(one: str, other: str) -> bool:
    """True if mail to both addresses is read by the same."""
    return one.strip().casefold() == other.strip().casefold()


def may_go(rule: SafeContact, *, kind: MessageKind, moment: datetime) -> bool:
    """True if a message of `kind` may go out at `moment`."""
    return kind in ways_to_write(rule) and is_open(week_of_rule(rule), moment)


def next_moment(rule: SafeContact, *, moment: datetime) -> datetime | None:
    """`moment` itself if it lies in the hours, else the next moment that does, in UTC; None if never.

    An opening hour that the change to summer time swallows is stepped over.
    """
    week = week_of_rule(rule)
    found = next_open_at(week, moment)
    for _ in range(CLOCK_CHANGES_TO_STEP_OVER):
        if found is None or is_open(week, found):
            return found
        found = next_open_at(week, found + timedelta(seconds=1))
    return None


def week_of_rule(rule: SafeContact) -> WorkingWeek:
    """The hours of the rule as a week that clocks understand."""
    return week_of(rule.timezone, rule.days, [])
