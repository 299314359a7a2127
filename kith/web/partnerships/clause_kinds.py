"""The eleven kinds of clause: the form of each, and in one sentence what Kith does with it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.clause_terms import ClauseKind
from kith.web.partnerships import clause_forms as of_one
from kith.web.partnerships import clause_forms_of_all as of_all
from kith.web.partnerships.clause_form import ClauseForm

FORMS: Mapping[ClauseKind, type[ClauseForm]] = {
    ClauseKind.RESPONSE_PROMISE: of_one.ResponsePromiseForm,
    ClauseKind.FOLLOW_UP_PROMISE: of_one.FollowUpPromiseForm,
    ClauseKind.CAPACITY_PLEDGE: of_one.CapacityPledgeForm,
    ClauseKind.DATA_SCOPE: of_all.DataScopeForm,
    ClauseKind.REFERRAL_ROUTE: of_one.ReferralRouteForm,
    ClauseKind.CONTRIBUTION: of_one.ContributionForm,
    ClauseKind.MEETING_CADENCE: of_all.MeetingCadenceForm,
    ClauseKind.TRAINING_PLEDGE: of_one.TrainingPledgeForm,
    ClauseKind.PAYMENT: of_one.PaymentForm,
    ClauseKind.REPORTING_SCOPE: of_all.ReportingScopeForm,
    ClauseKind.REVIEW_CYCLE: of_all.ReviewCycleForm,
}
WHAT_KITH_DOES: Mapping[ClauseKind, str | Promise] = {
    ClauseKind.RESPONSE_PROMISE: _(
        "Kith runs a clock in their own days and hours, and shows both sides when an answer is due."
    ),
    ClauseKind.FOLLOW_UP_PROMISE: _(
        "Kith keeps it among what is promised, so that both sides know when to ask."
    ),
    ClauseKind.CAPACITY_PLEDGE: _("Kith keeps the number among what is promised for this service."),
    ClauseKind.DATA_SCOPE: _(
        "Only these things can pass between the parties, and each only with the person’s yes. All else stays."
    ),
    ClauseKind.REFERRAL_ROUTE: _("Kith keeps who may be asked by whom, and who is next, in this order."),
    ClauseKind.CONTRIBUTION: _("Kith lists it for all parties, so that nobody forgets who gives what."),
    ClauseKind.MEETING_CADENCE: _("Kith keeps the rhythm, the agenda and whom to call first."),
    ClauseKind.TRAINING_PLEDGE: _("Kith lists it for all parties, with its day."),
    ClauseKind.PAYMENT: _("Kith lists the days and what is paid for. It moves no money."),
    ClauseKind.REPORTING_SCOPE: _("A funder may see these numbers and nothing else, and never a name."),
    ClauseKind.REVIEW_CYCLE: _(
        "Kith keeps when the parties want to look at it again, and how early to say so."
    ),
}
