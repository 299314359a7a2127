"""Express consent: nothing leaves without a yes that names who, what and why.

This pack is no statute and no legal advice. It writes down Kith's own promises (docs: "What Kith promises
the people it touches") on the general principle of express, informed consent, which is at least as strict
as the law of most places for telling a partner outside health care. No lawyer has reviewed it. A site
adopts it by its privacy officer's name and date, and adds the packs of its own law.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

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
)
from kith.consent.law.agreed import may_be_asked, may_be_named
from kith.consent.law.rules import ANYWHERE, Pack, forbids, needs, permits
from kith.consent.terms import ASK_KINDS, NAME_KINDS, ConsentState, Duty, Missing, PackStatus, Stage

ID = "express_consent"
PRINCIPLE = "The principle of express, informed consent"
ASK_FIRST = "Kith's promise 1: ask first, name later"
NOBODY_ELSE = "Kith's promise 2: nobody she has not chosen"
STOP = "Kith's promise 4: stop means stop"
SATURDAY = "Kith's promise 8: the law is asked, and lives on a Saturday too"
ONE_MESSAGE = "Kith's promise 15: one message, no login"
AGREEMENT = "Kith's architecture, section 5: what leaves is inside the agreement"


def _is_live(facts: Facts) -> bool:
    return facts.consent is ConsentState.LIVE


def _is_naming(facts: Facts) -> bool:
    return facts.stage is not Stage.ASK


def _has_agreement(facts: Facts) -> bool:
    return facts.recipient is Recipient.PARTNER_WITH_AGREEMENT


RULES = (
    permits(
        "express_consent.E1",
        ASK_FIRST,
        _("A partner may be asked about a need without a name when the person has agreed to that."),
        may_be_asked,
        duties=frozenset(),
    ),
    permits(
        "express_consent.E2",
        ASK_FIRST,
        _("After the partner's yes, a named human there may learn the name and how to reach the person."),
        lambda facts: facts.packs[ID] is PackStatus.ADOPTED and may_be_named(facts),
        duties=frozenset({Duty.ONLY_THE_NAMED_CONTACT, Duty.SHOW_HOW_TO_REACH, Duty.SAY_NO_FURTHER_USE}),
    ),
    needs(
        "express_consent.E3",
        f"{PRINCIPLE}; {STOP}",
        _("The person has not agreed to this, or the yes has ended or is paused. Ask first."),
        lambda facts: not _is_live(facts),
        missing=Missing.LIVE_CONSENT,
    ),
    needs(
        "express_consent.E4",
        f"{PRINCIPLE}; {NOBODY_ELSE}",
        _("The person has not agreed to tell this partner. Ask first."),
        lambda facts: _is_live(facts) and facts.consent_names_recipient is not Named.YES,
        missing=Missing.RECIPIENT,
    ),
    needs(
        "express_consent.E5",
        PRINCIPLE,
        _("The person has not agreed to this use. Ask first."),
        lambda facts: _is_live(facts) and facts.consent_names_purpose is not Named.YES,
        missing=Missing.PURPOSE,
    ),
    needs(
        "express_consent.E6",
        NOBODY_ELSE,
        _("The person has not agreed that this human at the partner learns the name. Ask first."),
        lambda facts: _is_live(facts) and _is_naming(facts) and facts.consent_names_contact is not Named.YES,
        missing=Missing.CONTACT,
    ),
    forbids(
        "express_consent.E7",
        NOBODY_ELSE,
        _("The person asked that this partner, or someone there, does not see it."),
        lambda facts: facts.excluded is not Excluded.NOT_EXCLUDED,
    ),
    forbids(
        "express_consent.E8",
        ASK_FIRST,
        _("Name and contact do not go with the question."),
        lambda facts: not _is_naming(facts) and facts.kind in NAME_KINDS,
    ),
    forbids(
        "express_consent.E9",
        f"{PRINCIPLE}: no more than is needed",
        _("This is not needed to arrange help, so it stays here."),
        lambda facts: facts.kind not in ASK_KINDS | NAME_KINDS,
    ),
    forbids(
        "express_consent.E10",
        PRINCIPLE,
        _("The person said that this stays here."),
        lambda facts: _is_live(facts) and facts.consent_names_kind is not Named.YES,
    ),
    forbids(
        "express_consent.E11",
        AGREEMENT,
        _("No agreement with this partner is in force, so nothing about a person goes there."),
        lambda facts: not _has_agreement(facts),
    ),
    forbids(
        "express_consent.E12",
        AGREEMENT,
        _("The agreement with this partner does not cover this."),
        lambda facts: _has_agreement(facts) and facts.agreement_names_kind is not Named.YES,
    ),
    forbids(
        "express_consent.E13",
        NOBODY_ELSE,
        _("A name goes to a named human at the partner, never to a shared address."),
        lambda facts: _is_naming(facts) and facts.contact is not Contact.NAMED,
    ),
    forbids(
        "express_consent.E14",
        ASK_FIRST,
        _("The partner has not said yes yet, so no name goes there."),
        lambda facts: _is_naming(facts) and facts.partners_word is not PartnersWord.SAID_YES,
    ),
    forbids(
        "express_consent.E15",
        ONE_MESSAGE,
        _("Nothing about a person goes in an open mail or text message, only a link."),
        lambda facts: facts.channel is Channel.OPEN_MESSAGE,
    ),
    forbids(
        "express_consent.E16",
        SATURDAY,
        _("A special law protects this, and this site has not adopted that law."),
        lambda facts: facts.label is not Label.ORDINARY,
    ),
    forbids(
        "express_consent.E17",
        NOBODY_ELSE,
        _("Only the organisation that the person works with may tell a partner."),
        lambda facts: facts.discloser is not Discloser.HOLDS_THE_RECORD,
    ),
    forbids(
        "express_consent.E18",
        SATURDAY,
        _("The site's rules for sharing have run out or were not adopted, so no name goes out."),
        lambda facts: _is_naming(facts) and facts.packs[ID] is not PackStatus.ADOPTED,
    ),
)

PACK = Pack(
    id=ID,
    version="1",
    title=_("Express consent"),
    jurisdictions=frozenset({ANYWHERE}),
    reviewer="The makers of Kith. No lawyer has reviewed this pack.",
    reviewed_on=date(2026, 11, 22),
    expires_on=date(2028, 11, 30),
    rules=RULES,
)
