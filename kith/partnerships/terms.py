"""The words of this room: closed lists for agreements and their parties."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.consent.terms import Kind

ASK_LISTING_DAYS = 30  # a partner is asked about its listing once in so many days at most


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


class Standing(StrEnum):
    """An agreement as one of its parties sees it today."""

    DRAFT = "draft"
    WAITS_FOR_US = "waits_for_us"
    WAITS_FOR_OTHERS = "waits_for_others"
    NOT_BEGUN = "not_begun"
    BINDS = "binds"
    RAN_OUT = "ran_out"
    ENDED = "ended"


ROLE_WORDS: dict[PartyRole, str | Promise] = {
    PartyRole.LEAD: _("Leads and answers for the whole"),
    PartyRole.CONVENER: _("Brings the partners together"),
    PartyRole.REFERRER: _("Sends requests"),
    PartyRole.RECEIVER: _("Takes requests"),
    PartyRole.CONSULTANT: _("Gives advice when asked"),
    PartyRole.RESOURCE_CONTRIBUTOR: _("Gives rooms, money or staff"),
    PartyRole.FISCAL_AGENT: _("Holds the money"),
}

STANDING_WORDS: dict[Standing, str | Promise] = {
    Standing.DRAFT: _("Draft, seen by us only"),
    Standing.WAITS_FOR_US: _("Waits for our signature"),
    Standing.WAITS_FOR_OTHERS: _("Waits for the others"),
    Standing.NOT_BEGUN: _("Signed by all, not begun yet"),
    Standing.BINDS: _("In force"),
    Standing.RAN_OUT: _("Ran out"),
    Standing.ENDED: _("Ended"),
}

SCOPE_WORDS: dict[Kind, str | Promise] = {
    Kind.NEED: _("What the person needs, in a few words"),
    Kind.LANGUAGE: _("The languages they speak"),
    Kind.ROUGH_AREA: _("The part of town they live in"),
    Kind.TIMES: _("When they can come"),
    Kind.ACCESS: _("What they need to take part, such as a ramp or an interpreter"),
    Kind.NAME: _("Their name, after a yes"),
    Kind.CONTACT: _("How to reach them safely, after a yes"),
    Kind.ADDRESS: _("Their home address"),
    Kind.HEALTH_NOTES: _("Notes about their health"),
    Kind.FAMILY: _("Who belongs to their family"),
    Kind.OTHER_NEEDS: _("Their other needs"),
}
