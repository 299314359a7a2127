"""A change for a while with its codes in words."""

from dataclasses import dataclass

from django.utils.functional import Promise

from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.life_terms import VARIATION_WORDS, VARY_WORDS
from kith.partnerships.queries.variations_of import VariationLine
from kith.partnerships.terms import VariationStatus

LOOKS = {VariationStatus.AGREED: "ok", VariationStatus.ASKED: "warn"}


@dataclass(frozen=True, slots=True)
class VariationRow:
    """The line, and how it is said and drawn."""

    line: VariationLine
    kind: str | Promise
    reason: str | Promise
    status: str | Promise
    look: str


def variation_row(line: VariationLine) -> VariationRow:
    """The line with its words."""
    return VariationRow(
        line=line,
        kind=CLAUSE_WORDS[line.kind],
        reason=VARY_WORDS[line.reason],
        status=VARIATION_WORDS[line.status],
        look=LOOKS.get(line.status, "plain"),
    )
