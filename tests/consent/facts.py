"""Facts for tests of the law: the good case, and every value that each fact may take."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import combinations, product
from math import prod
from types import MappingProxyType

from kith.consent.facts import (
    Channel,
    Contact,
    Discloser,
    Excluded,
    Facts,
    Label,
    Named,
    PartnersWord,
    Recipient,
    Subject,
)
from kith.consent.terms import ConsentState, Kind, LegalStatus, PackStatus, SharePurpose, Stage

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ADOPTED, EXPIRED, MISSING = (
    MappingProxyType({"express_consent": status})
    for status in (PackStatus.ADOPTED, PackStatus.EXPIRED, PackStatus.MISSING)
)

GOOD_ASK = Facts(
    discloser=Discloser.HOLDS_THE_RECORD,
    legal_status=LegalStatus.ORDINARY,
    recipient=Recipient.PARTNER_WITH_AGREEMENT,
    contact=Contact.NAMED,
    excluded=Excluded.NOT_EXCLUDED,
    kind=Kind.NEED,
    label=Label.ORDINARY,
    subject=Subject.DECIDES_ALONE,
    purpose=SharePurpose.ARRANGE_HELP,
    stage=Stage.ASK,
    partners_word=PartnersWord.NOT_YET,
    channel=Channel.KITH_PAGE,
    consent=ConsentState.LIVE,
    consent_names_recipient=Named.YES,
    consent_names_contact=Named.YES,
    consent_names_purpose=Named.YES,
    consent_names_kind=Named.YES,
    agreement_names_kind=Named.YES,
    packs=ADOPTED,
    jurisdiction="GB-ENG",
    now=NOON,
)
GOOD_NAME = replace(GOOD_ASK, kind=Kind.NAME, stage=Stage.NAME, partners_word=PartnersWord.SAID_YES)

VALUES: Mapping[str, tuple[object, ...]] = {
    "discloser": tuple(Discloser),
    "legal_status": tuple(LegalStatus),
    "recipient": tuple(Recipient),
    "contact": tuple(Contact),
    "excluded": tuple(Excluded),
    "kind": tuple(Kind),
    "label": tuple(Label),
    "subject": tuple(Subject),
    "stage": tuple(Stage),
    "partners_word": tuple(PartnersWord),
    "channel": tuple(Channel),
    "consent": tuple(ConsentState),
    "consent_names_recipient": tuple(Named),
    "consent_names_contact": tuple(Named),
    "consent_names_purpose": tuple(Named),
    "consent_names_kind": tuple(Named),
    "agreement_names_kind": tuple(Named),
    "packs": (ADOPTED, EXPIRED, MISSING),
    "jurisdiction": ("GB-ENG", ""),
}
COMBINATIONS = prod(len(values) for values in VALUES.values())
STRIDE = 1_000_003  # a prime that divides no number of values: never the same combination twice


def with_few_changes(*, most: int) -> Iterator[Facts]:
    """The two good cases with up to `most` facts set to any other of their values."""
    for good in (GOOD_ASK, GOOD_NAME):
        yield good
        for count in range(1, most + 1):
            for names in combinations(VALUES, count):
                for values in product(*(others(good, name) for name in names)):
                    yield replace(good, **dict(zip(names, values, strict=True)))


def spread(count: int) -> Iterator[Facts]:
    """`count` different combinations out of all, evenly spread."""
    for step in range(min(count, COMBINATIONS)):
        yield combination(step * STRIDE % COMBINATIONS)


def combination(number: int) -> Facts:
    """The combination with this number."""
    chosen = {}
    for name, values in VALUES.items():
        number, place = divmod(number, len(values))
        chosen[name] = values[place]
    return replace(GOOD_ASK, **chosen)


def others(facts: Facts, name: str) -> list[object]:
    """The values of a fact that are not the present one."""
    return [value for value in VALUES[name] if value != getattr(facts, name)]


def fact_names() -> list[str]:
    return [field.name for field in fields(Facts)]
