"""What the law says, written down a second time from its plain words and not from its rules.

The words: nothing leaves without a live yes that names the partner, the purpose and the kind. With the
question go need, language, rough area, times and access needs, and no name. After the partner's yes its
named human, whom the person has agreed to, may have the name and the safe contact too. It must be inside an
agreement, from the organisation that holds the record, about someone who decides alone, on a Kith page, by
telephone or letter, and under no special law. Whoever the person excluded gets nothing. When the law was
not adopted or has run out, no name goes, and questions go on. What is not known means no.
"""

from dataclasses import dataclass

from kith.consent.facts import Facts

WITH_THE_QUESTION = {"need", "language", "rough_area", "times", "access"}
WITH_THE_NAME = WITH_THE_QUESTION | {"name", "contact"}


@dataclass(frozen=True)
class Verdict:
    outcome: str
    missing: frozenset[str] = frozenset()


def verdict(facts: Facts) -> Verdict:
    if facts.jurisdiction == "" or facts.legal_status != "ordinary":
        return Verdict("forbid")
    if barred(facts):
        return Verdict("forbid")
    lacking = what_the_yes_lacks(facts)
    if lacking:
        return Verdict("needs_consent", lacking)
    if facts.subject != "decides_alone":
        return Verdict("forbid")
    return Verdict("permit" if facts.stage == "ask" else "permit_with_duties")


def barred(facts: Facts) -> bool:
    """Things that no further yes of the person would mend."""
    may_go = WITH_THE_QUESTION if facts.stage == "ask" else WITH_THE_NAME
    if facts.kind not in may_go or facts.label != "ordinary" or facts.channel == "open_message":
        return True
    if facts.excluded != "not_excluded" or facts.discloser != "holds_the_record":
        return True
    if facts.recipient != "partner_with_agreement" or facts.agreement_names_kind != "yes":
        return True
    if facts.consent == "live" and facts.consent_names_kind != "yes":
        return True
    return facts.stage == "name" and not name_may_go(facts)


def name_may_go(facts: Facts) -> bool:
    return (
        facts.contact == "named"
        and facts.partners_word == "said_yes"
        and facts.packs["express_consent"] == "adopted"
    )


def what_the_yes_lacks(facts: Facts) -> frozenset[str]:
    if facts.consent != "live":
        return frozenset({"live_consent"})
    wanted = {"recipient": facts.consent_names_recipient, "purpose": facts.consent_names_purpose}
    if facts.stage == "name":
        wanted["contact"] = facts.consent_names_contact
    return frozenset(name for name, named in wanted.items() if named != "yes")
