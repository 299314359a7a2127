"""One small form for each kind of clause."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.partnerships.clause_terms import (
    GIFT_WORDS,
    PERIOD_WORDS,
    ClauseKind,
    Currency,
)
from kith.partnerships.clauses.answering import MOST_DAYS, MOST_HOURS, MOST_WEEKS
from kith.partnerships.clauses.giving import MOST
from kith.partnerships.clauses.places import MOST_PLACES
from kith.partnerships.clauses.stated import StatedClause
from kith.web.partnerships.clause_fields import (
    DaysField,
    number,
    one_of,
    some_of,
    words,
)
from kith.web.partnerships.clause_form import ClauseForm, add_order, in_order, spread
from kith.web.partnerships.partner_forms import date_input

PERIODS = [(period.value, said) for period, said in PERIOD_WORDS.items()]
MORE_DAYS = _("May take at most so many days more,")
LESS = _("May give at most so many less,")


class ResponsePromiseForm(ClauseForm):
    """How soon it answers."""

    kind, body_fields = ClauseKind.RESPONSE_PROMISE, ("days", "urgent_hours")
    for_service, tolerance_unit = True, MORE_DAYS
    days = number(_("Answers within so many of its own working days"), most=MOST_DAYS)
    urgent_hours = number(
        _("Answers what is urgent within so many open hours"), most=MOST_HOURS, required=False
    )


class FollowUpPromiseForm(ClauseForm):
    """How often it says how it goes."""

    kind, body_fields = ClauseKind.FOLLOW_UP_PROMISE, ("days", "weeks")
    for_service, tolerance_unit = True, MORE_DAYS
    days = number(_("Says within so many of its own working days how the first meeting went"), most=MOST_DAYS)
    weeks = number(_("Then says how it goes every so many weeks"), most=MOST_WEEKS, required=False)


class CapacityPledgeForm(ClauseForm):
    """How many places it keeps free."""

    kind, body_fields = ClauseKind.CAPACITY_PLEDGE, ("places", "per", "population")
    for_service, tolerance_unit = True, LESS
    places = number(_("So many places"), most=MOST_PLACES)
    per = one_of(_("How often"), PERIODS)
    population = words(_("Who they are for"))


class ReferralRouteForm(ClauseForm):
    """From whom it takes requests, and who is asked next."""

    kind, to_whom, for_service = ClauseKind.REFERRAL_ROUTE, False, True

    def add_choices(self) -> None:
        """Any of the parties."""
        self.fields["accepts_from"] = some_of(
            _("Takes requests from"),
            self.parties,
            required=False,
            help_text=_("Choose nobody for every other party."),
        )
        add_order(self, "then", (_("If it cannot, ask next"), _("then"), _("and then")))

    def terms(self) -> dict[str, object]:
        """The way on in its order."""
        return {"accepts_from": self.cleaned_data["accepts_from"], "then": in_order(self, "then")}

    @classmethod
    def initial_of(cls, clause: StatedClause) -> dict[str, object]:
        """The way on, one field each."""
        return spread(super().initial_of(clause), "then")


class ContributionForm(ClauseForm):
    """What it gives in kind."""

    kind, body_fields = ClauseKind.CONTRIBUTION, ("gift", "amount", "per", "what")
    tolerance_unit = LESS
    gift = one_of(_("What is given"), [(one.value, said) for one, said in GIFT_WORDS.items()])
    amount = number(_("How many"), most=MOST)
    per = one_of(_("How often"), [("", _("Once")), *PERIODS], required=False)
    what = words(_("What it is, in a few words"))


class TrainingPledgeForm(ClauseForm):
    """What training it gives."""

    kind, body_fields = ClauseKind.TRAINING_PLEDGE, ("topic", "hours", "by_on")
    tolerance_unit = MORE_DAYS
    topic = words(_("What it is about"), required=True)
    hours = number(_("So many hours"), most=1000)
    by_on = forms.DateField(label=_("By this day"), required=False, widget=date_input())


class PaymentForm(ClauseForm):
    """What is paid for what."""

    kind, to_needed = ClauseKind.PAYMENT, True
    body_fields = ("currency", "due_on", "deliverable", "is_flexible")
    amount = forms.DecimalField(
        label=_("How much each time"), min_value=Decimal("0.01"), max_digits=12, decimal_places=2
    )
    currency = one_of(_("Currency"), [(one.value, one.value) for one in Currency])
    due_on = DaysField(
        label=_("Paid on"), help_text=_("One day a line, year first: 2026-12-25."), required=True
    )
    deliverable = words(_("What it is for"), required=True)
    is_flexible = forms.BooleanField(
        label=_("What is delivered may be changed openly when people need something else."), required=False
    )

    def terms(self) -> dict[str, object]:
        """Money in its smallest unit."""
        return super().terms() | {"amount_minor": int(self.cleaned_data["amount"] * 100)}

    @classmethod
    def initial_of(cls, clause: StatedClause) -> dict[str, object]:
        """Money as people write it."""
        return super().initial_of(clause) | {"amount": Decimal(str(clause.terms["amount_minor"])).scaleb(-2)}
