"""Clauses about what may be told: between the parties, and to whom a report goes."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.consent.terms import Kind, SharePurpose
from kith.partnerships.clause_terms import MEASURE_WORDS, SCOPE_WORDS, ClauseKind
from kith.partnerships.clauses.given import Given
from kith.partnerships.clauses.words import PURPOSE_WORDS, Measure, apart, listed

KEEP_DAYS = 30
MOST_KEEP_DAYS = 3650
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DataScope:
    """Only `kinds` may pass, for `purposes`, never what bears a label of `labels_excluded`.

    The receiver keeps who the person is for `keep_days` after the ending.
    """

    kind: ClassVar[ClauseKind] = ClauseKind.DATA_SCOPE
    kinds: frozenset[Kind]
    purposes: frozenset[SharePurpose] = frozenset({SharePurpose.ARRANGE_HELP})
    labels_excluded: tuple[str, ...] = ()
    keep_days: int = KEEP_DAYS

    @classmethod
    def read(cls, given: Given) -> "DataScope":
        """From terms. Raises BadClause. No kind at all is a scope, too: nothing passes."""
        return cls(
            kinds=given.codes("kinds", Kind),
            purposes=given.codes("purposes", SharePurpose),
            labels_excluded=given.lines("labels_excluded"),
            keep_days=given.number("keep_days", least=0, most=MOST_KEEP_DAYS),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        if not self.kinds:
            return [_("Nothing about a person may be told.")]
        return [
            _("Only this may be told, and only with the person's yes: %(kinds)s.")
            % {"kinds": apart(str(SCOPE_WORDS[kind]) for kind in Kind if kind in self.kinds)},
            _("It is told for: %(purposes)s.")
            % {"purposes": listed(str(PURPOSE_WORDS[p]) for p in SharePurpose if p in self.purposes)},
            *(
                [_("Never told is what is marked: %(labels)s.") % {"labels": listed(self.labels_excluded)}]
                if self.labels_excluded
                else []
            ),
            ngettext(
                "Who the person is is kept no longer than %(days)d day after the help has ended.",
                "Who the person is is kept no longer than %(days)d days after the help has ended.",
                self.keep_days,
            )
            % {"days": self.keep_days},
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingScope:
    """What the clause's receiver (a funder) may see, every so many months, and nothing else."""

    kind: ClassVar[ClauseKind] = ClauseKind.REPORTING_SCOPE
    measures: frozenset[Measure]
    every_months: int

    @classmethod
    def read(cls, given: Given) -> "ReportingScope":
        """From terms. Raises BadClause."""
        return cls(
            measures=given.codes("measures", Measure),
            every_months=given.number("every_months", least=1, most=MOST_MONTHS),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        said = ngettext(
            "Reports every %(months)d month, and nothing else: %(measures)s.",
            "Reports every %(months)d months, and nothing else: %(measures)s.",
            self.every_months,
        )
        measures = listed(str(MEASURE_WORDS[m]) for m in Measure if m in self.measures)
        return [
            said % {"months": self.every_months, "measures": measures},
            _("No report names a person, and small numbers are left out."),
        ]
