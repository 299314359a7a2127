"""Rows in the partnerships room."""

from kith.partnerships.models.agreement import Agreement, Withdrawal
from kith.partnerships.models.clause import Clause, Comment
from kith.partnerships.models.life_note import LifeNote
from kith.partnerships.models.meeting import ActionItem, JointEvent, Meeting, MeetingDecision
from kith.partnerships.models.paper import Paper
from kith.partnerships.models.paper_answer import PaperAnswer
from kith.partnerships.models.partner import Partner, PartnerPause
from kith.partnerships.models.partner_contact import PartnerContact
from kith.partnerships.models.partner_import import PartnerImport
from kith.partnerships.models.partnership import Partnership, Seat, SharedGoal
from kith.partnerships.models.phoned_note import PhonedNote
from kith.partnerships.models.promise_outcome import PromiseOutcome
from kith.partnerships.models.routine_mail import RoutineMail
from kith.partnerships.models.variation import Variation, VariationAnswer
from kith.partnerships.models.version import AgreementParty, Version

__all__ = [
    "ActionItem",
    "Agreement",
    "AgreementParty",
    "Clause",
    "Comment",
    "JointEvent",
    "LifeNote",
    "Meeting",
    "MeetingDecision",
    "Paper",
    "PaperAnswer",
    "Partner",
    "PartnerContact",
    "PartnerImport",
    "PartnerPause",
    "Partnership",
    "PhonedNote",
    "PromiseOutcome",
    "RoutineMail",
    "Seat",
    "SharedGoal",
    "Variation",
    "VariationAnswer",
    "Version",
    "Withdrawal",
]
