"""The law packs that Kith has, one file a law, and which organisation needs which."""

from collections.abc import Mapping

from kith.consent.law import express_consent
from kith.consent.law.rules import Pack
from kith.consent.terms import LegalStatus

PACKS: Mapping[str, Pack] = {express_consent.PACK.id: express_consent.PACK}

# A pack that is named here and is not in PACKS has not been written: nothing leaves.
NEEDED: Mapping[LegalStatus, tuple[str, ...]] = {
    LegalStatus.ORDINARY: ("express_consent",),
    LegalStatus.COVERED_ENTITY: ("express_consent", "us_hipaa"),
    LegalStatus.PART2_PROGRAM: ("express_consent", "us_42cfr2"),
    LegalStatus.VICTIM_SERVICE: ("express_consent", "us_vawa"),
    LegalStatus.SCHOOL: ("express_consent", "us_ferpa"),
}
