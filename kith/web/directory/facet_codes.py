"""Which wishes *Find help* offers, in the order in which people read them."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.directory.narrowing import ListOrder

TAKES_REFERRALS = "referrals-taken"
FACT_GROUPS: tuple[tuple[str, Promise, tuple[str, ...]], ...] = (
    (
        "access",
        _("Getting in"),
        (
            "culture-steps",
            "culture-deaf",
            "culture-interpreter",
            "culture-children",
            "culture-animals",
            "safety-quiet",
        ),
    ),
    (
        "meeting",
        _("How you meet"),
        (
            "setting-place",
            "setting-phone",
            "setting-video",
            "setting-text",
            "setting-home",
            "setting-street",
            "setting-stay",
        ),
    ),
    ("company", _("With whom"), ("modality-group", "modality-peer", "modality-family")),
    ("cost", _("Cost"), ("cost-free", "cost-low-income", "cost-sliding", "cost-public", "cost-travel")),
    ("papers", _("Papers"), ("papers-none", "papers-insurance", "papers-address")),
    (
        "safety",
        _("Feeling safe"),
        (
            "safety-place",
            "safety-anonymous",
            "safety-no-police",
            "culture-women",
            "culture-men",
            "culture-lgbt",
            "faith-secular",
        ),
    ),
)
ASKED_FOR = (*(code for _group, _legend, codes in FACT_GROUPS for code in codes), TAKES_REFERRALS)
SENSITIVE_FACTS = frozenset(
    {
        "papers-none",
        "papers-insurance",
        "papers-address",
        "safety-place",
        "safety-anonymous",
        "safety-no-police",
        "culture-women",
        "culture-lgbt",
    }
)
ORDER_WORDS: dict[ListOrder, Promise] = {
    ListOrder.BEST: _("best first"),
    ListOrder.NEAR: _("nearest first"),
    ListOrder.OPEN: _("open ones first"),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)


def is_language(code: str) -> bool:
    """True for what can be the base of a BCP-47 code."""
    return _LANGUAGE.fullmatch(code) is not None
