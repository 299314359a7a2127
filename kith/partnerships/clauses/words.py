"""Small words that several clauses use: periods, money, names and lists."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from uuid import UUID

from babel.lists import format_list
from babel.numbers import format_currency
from django.utils.translation import get_language, pgettext

from kith.partnerships.clause_terms import PURPOSE_WORDS, Currency, Measure, Period

__all__ = [
    "PURPOSE_WORDS",
    "Currency",
    "Measure",
    "Period",
    "apart",
    "listed",
    "money",
    "named",
    "with_names",
]


def listed(words: Iterable[str]) -> str:
    """Words as a list of the language shown: "a, b and c"; a dash where there is none."""
    found = list(words)
    return format_list(found, locale=_locale()) if found else "–"


def apart(words: Iterable[str]) -> str:
    """Phrases that hold commas themselves, set apart: "a, or b; c"."""
    return pgettext("between phrases that hold commas", "; ").join(words)


def money(amount_minor: int, currency: Currency) -> str:
    """An amount in its currency, as the language shown writes it."""
    return format_currency(Decimal(amount_minor) / 100, currency.value, locale=_locale())


def named(organization_ids: Iterable[UUID]) -> str:
    """Ids in braces, for `with_names` to fill: a clause knows no names."""
    return listed(f"{{{organization_id}}}" for organization_id in organization_ids)


def with_names(sentence: str, names: Mapping[UUID, str]) -> str:
    """The sentence with the name in place of each id in braces."""
    for organization_id, name in names.items():
        sentence = sentence.replace(f"{{{organization_id}}}", name)
    return sentence


def _locale() -> str:
    return (get_language() or "en").replace("-", "_")
