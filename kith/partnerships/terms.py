"""The words of this room: closed lists for agreements and their parties."""

from enum import StrEnum


class AgreementStatus(StrEnum):
    """Where an agreement stands. FHIR Contract.status beside each."""

    DRAFT = "draft"  # FHIR negotiable
    PROPOSED = "proposed"  # FHIR offered
    IN_FORCE = "in_force"  # FHIR executed
    ENDED = "ended"  # FHIR terminated


class PartyRole(StrEnum):
    """What a party does under an agreement: unlike roles are the rule, not the exception (R76-R81)."""

    LEAD = "lead"
    CONVENER = "convener"
    REFERRER = "referrer"
    RECEIVER = "receiver"
    CONSULTANT = "consultant"
    RESOURCE_CONTRIBUTOR = "resource_contributor"
    FISCAL_AGENT = "fiscal_agent"


class SignedHow(StrEnum):
    """The evidence that a party agreed."""

    ON_SCREEN = "on_screen"
    ON_PAPER = "on_paper"
