"""Forms of the clauses about what may be told and reported, when to meet and when to look again."""

from django.utils.translation import gettext_lazy as _

from kith.consent.terms import Kind, SharePurpose
from kith.partnerships.clause_terms import (
    MEASURE_WORDS,
    SCOPE_WORDS,
    ClauseKind,
)
from kith.partnerships.clauses.answering import MOST_WEEKS
from kith.partnerships.clauses.meeting import MOST_MINUTES, MOST_MONTHS, REMIND_DAYS
from kith.partnerships.clauses.sharing import KEEP_DAYS, MOST_KEEP_DAYS
from kith.partnerships.clauses.sharing import MOST_MONTHS as MOST_REPORT_MONTHS
from kith.partnerships.clauses.stated import StatedClause
from kith.web.partnerships.clause_fields import (
    LinesField,
    NumbersField,
    number,
    some_of,
    words,
)
from kith.web.partnerships.clause_form import ClauseForm, add_order, in_order, spread


class DataScopeForm(ClauseForm):
    """What may be told."""

    kind = ClauseKind.DATA_SCOPE
    body_fields = ("kinds", "labels_excluded", "keep_days")
    kinds = some_of(
        _("What may be told"),
        [(one.value, SCOPE_WORDS[one]) for one in Kind],
        help_text=_("Nothing else passes between the parties, and nothing without the person's yes."),
    )
    labels_excluded = LinesField(label=_("Never what is marked"), help_text=_("One mark a line."))
    keep_days = number(
        _("Who the person is is kept at most so many days after the help has ended"),
        least=0,
        most=MOST_KEEP_DAYS,
    )
    keep_days.initial = KEEP_DAYS

    def terms(self) -> dict[str, object]:
        """It is told to arrange help, for nothing else."""
        return super().terms() | {"purposes": [SharePurpose.ARRANGE_HELP.value]}


class MeetingCadenceForm(ClauseForm):
    """When the parties meet."""

    kind = ClauseKind.MEETING_CADENCE
    body_fields = ("every_weeks", "minutes", "where", "agenda")
    every_weeks = number(_("Every so many weeks"), most=MOST_WEEKS)
    minutes = number(_("For so many minutes"), least=5, most=MOST_MINUTES)
    where = words(_("Where"))
    agenda = LinesField(label=_("Always on the agenda"), help_text=_("One point a line."))

    def add_choices(self) -> None:
        """Whom to call first."""
        add_order(self, "escalation", (_("When something is stuck, call first"), _("then")))

    def terms(self) -> dict[str, object]:
        """Whom to call, in that order."""
        return super().terms() | {"escalation": in_order(self, "escalation")}

    @classmethod
    def initial_of(cls, clause: StatedClause) -> dict[str, object]:
        """Whom to call, one field each."""
        return spread(super().initial_of(clause), "escalation")


class ReportingScopeForm(ClauseForm):
    """What a funder sees."""

    kind, to_needed = ClauseKind.REPORTING_SCOPE, True
    body_fields = ("measures", "every_months")
    measures = some_of(_("What is reported"), [(one.value, said) for one, said in MEASURE_WORDS.items()])
    every_months = number(_("Every so many months"), most=MOST_REPORT_MONTHS)


class ReviewCycleForm(ClauseForm):
    """When all look at the agreement again."""

    kind, body_fields = ClauseKind.REVIEW_CYCLE, ("every_months", "remind_days")
    every_months = number(_("Every so many months"), most=MOST_MONTHS)
    remind_days = NumbersField(
        label=_("Reminded so many days before"), help_text=_("One number a line."), required=True
    )
    remind_days.initial = list(REMIND_DAYS)
