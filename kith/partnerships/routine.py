"""What waits for the one routine mail a week (promise 17): its lines, and the page that a line opens."""

from dataclasses import dataclass
from datetime import timedelta

from kith.core.ids import Ref
from kith.post.terms import LinkPurpose

BETWEEN_MAILS = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLink:
    """A link that is made with the mail and works once: for what, about what, and the name of its page."""

    purpose: LinkPurpose
    about: Ref
    page: str
    valid_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLine:
    """One thing that a partner hears of, in the language of its reader.

    `key` says which thing it is, in at most 120 signs: what was told once is not told again. `subject` stands
    on a mail that holds nothing else; empty: the usual one.
    """

    key: str
    words: str
    link: RoutineLink | None = None
    subject: str = ""
