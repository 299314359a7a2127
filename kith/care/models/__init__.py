"""Rows of the care room."""

from kith.care.models.answer import Answer, PersonsWord, ServiceReport
from kith.care.models.need import Need
from kith.care.models.referral import OPEN_STATUSES, Referral

__all__ = ["OPEN_STATUSES", "Answer", "Need", "PersonsWord", "Referral", "ServiceReport"]
