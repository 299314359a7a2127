"""What partners can do beside helping one person at a time: concrete suggestions for each level."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.table_terms import EcologicalLevel


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A level, and what may be done there."""

    level: EcologicalLevel
    lines: tuple[str | Promise, ...]


SUGGESTIONS = (
    Suggestion(
        EcologicalLevel.COMMUNITY,
        (
            _("Open a walk-in hour each week where people already go: a mosque, a library, a school."),
            _("Train neighbours whom people trust, so that they know whom to call."),
            _("Start a shared meal, a walk or a garden that anybody may join."),
        ),
    ),
    Suggestion(
        EcologicalLevel.SOCIETY,
        (
            _("Write down together which rule or cost keeps people out, and take it to the council."),
            _("Apply together for money that none of you can get alone."),
            _("Speak in public against shame, with people who have been there."),
        ),
    ),
)


def is_only_individual(levels: Collection[EcologicalLevel]) -> bool:
    """True if the table works at the person alone, and at nothing around them."""
    return set(levels) == {EcologicalLevel.INDIVIDUAL}
