"""Rows of the consent room."""

from kith.consent.models.directive import ConsentDirective, DirectiveIsKept
from kith.consent.models.grant import ConsentGrant, Exclusion
from kith.consent.models.law import LawPackAdoption, ReviewedWords

__all__ = [
    "ConsentDirective",
    "ConsentGrant",
    "DirectiveIsKept",
    "Exclusion",
    "LawPackAdoption",
    "ReviewedWords",
]
