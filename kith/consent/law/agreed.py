"""When express consent, the agreement and the stage come together."""

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
from kith.consent.terms import ASK_KINDS, NAME_KINDS, ConsentState, SharePurpose, Stage


def may_be_asked(facts: Facts) -> bool:
    """Whether the item may go with the question."""
    return facts.stage is Stage.ASK and facts.kind in ASK_KINDS and _is_agreed(facts)


def may_be_named(facts: Facts) -> bool:
    """Whether the item may go after the partner's yes."""
    return (
        facts.stage is Stage.NAME
        and facts.kind in ASK_KINDS | NAME_KINDS
        and facts.contact is Contact.NAMED
        and facts.consent_names_contact is Named.YES
        and facts.partners_word is PartnersWord.SAID_YES
        and _is_agreed(facts)
    )


def _is_agreed(facts: Facts) -> bool:
    """Whether all that both stages need is there: the person, her yes, the agreement, the way."""
    return (
        facts.discloser is Discloser.HOLDS_THE_RECORD
        and facts.subject is Subject.DECIDES_ALONE
        and facts.label is Label.ORDINARY
        and facts.channel is not Channel.OPEN_MESSAGE
        and _is_consented(facts)
        and facts.recipient is Recipient.PARTNER_WITH_AGREEMENT
        and facts.agreement_names_kind is Named.YES
        and facts.excluded is Excluded.NOT_EXCLUDED
    )


def _is_consented(facts: Facts) -> bool:
    return (
        facts.purpose is SharePurpose.ARRANGE_HELP
        and facts.consent is ConsentState.LIVE
        and facts.consent_names_recipient is Named.YES
        and facts.consent_names_purpose is Named.YES
        and facts.consent_names_kind is Named.YES
    )
