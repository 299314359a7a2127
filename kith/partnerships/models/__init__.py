"""Rows in the partnerships room."""

from kith.partnerships.models.agreement import Agreement, AgreementParty
from kith.partnerships.models.clauses import DataScopeClause, PromiseClause
from kith.partnerships.models.paper import Paper
from kith.partnerships.models.partner import Partner, PartnerPause
from kith.partnerships.models.partner_contact import PartnerContact

__all__ = [
    "Agreement",
    "AgreementParty",
    "DataScopeClause",
    "Paper",
    "Partner",
    "PartnerContact",
    "PartnerPause",
    "PromiseClause",
]
