"""The pages about a topic: what to do today, what may help, what to say. Their words stand in templates."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.directory.terms import Topic, is_sensitive


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """One page: its code (also its template), its words, and the topics of Find help it leads to.

    `has_numbers`: the numbers to call stand first; `is_home_unsafe`: so does the line for those hurt at home.
    """

    code: str
    words: Promise
    topics: tuple[Topic, ...]
    has_numbers: bool = False
    is_always_there: bool = False

    @property
    def is_home_unsafe(self) -> bool:
        """True where someone may be hurt at home."""
        return Topic.SAFETY_AT_HOME in self.topics

    @property
    def is_posted(self) -> bool:
        """True if the page leaves no word in an address, a history or a log: it is opened by a form only."""
        return is_sensitive(self.topics)

    @property
    def template(self) -> str:
        """Where its words stand."""
        return f"site/help/{self.code}.html"


HELP_TOPICS = (
    HelpTopic(
        "ending",
        _("I think of ending my life"),
        (Topic.CRISIS, Topic.TALK),
        has_numbers=True,
        is_always_there=True,
    ),
    HelpTopic(
        "hurt",
        _("Someone hurts me"),
        (Topic.SAFETY_AT_HOME, Topic.HOUSING, Topic.LEGAL),
        has_numbers=True,
        is_always_there=True,
    ),
    HelpTopic("home", _("I may lose my home"), (Topic.HOUSING, Topic.LEGAL, Topic.MONEY)),
    HelpTopic("food", _("I need food today"), (Topic.FOOD, Topic.MONEY)),
    HelpTopic("low", _("I feel low or alone"), (Topic.TALK, Topic.COMPANY, Topic.HEALTH), has_numbers=True),
    HelpTopic("relative", _("I am worried about a relative"), (Topic.FAMILY, Topic.TALK), has_numbers=True),
    HelpTopic(
        "hospital",
        _("I am leaving hospital"),
        (Topic.TALK, Topic.HOUSING, Topic.HEALTH, Topic.COMPANY),
        has_numbers=True,
    ),
    HelpTopic("new", _("I am new in this country"), (Topic.IMMIGRATION, Topic.LEGAL, Topic.LEARNING)),
    HelpTopic(
        "drink", _("I drink or use drugs"), (Topic.ADDICTION, Topic.HEALTH, Topic.TALK), has_numbers=True
    ),
)
MAY_BE_LEFT_OUT = tuple(topic for topic in HELP_TOPICS if not topic.is_always_there)


def help_topics(left_out: Collection[str]) -> list[HelpTopic]:
    """The pages of a site that leaves these out, in the order they are offered."""
    return [topic for topic in HELP_TOPICS if topic.is_always_there or topic.code not in left_out]
