"""The words of this room: closed lists for agreements and their parties."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ASK_LISTING_DAYS = 30  # a partner is asked about its listing once in so many days at most


class AgreementKind(StrEnum):
    """What sort of paper it is."""

    MOU = "mou"
    CONTRACT = "contract"
    DATA_SHARING = "data_sharing"
    LETTER = "letter"


class AgreementStatus(StrEnum):
    """Where an agreement stands. FHIR Contract.status beside each."""

    DRAFT = "draft"  # FHIR negotiable
    PROPOSED = "proposed"  # FHIR offered
    IN_FORCE = "in_force"  # FHIR executed
    SUSPENDED = "suspended"  # FHIR executable
    ENDED = "ended"  # FHIR terminated


class VersionState(StrEnum):
    """Where one wording of an agreement stands."""

    DRAFT = "draft"
    OFFERED = "offered"
    SIGNED = "signed"
    REPLACED = "replaced"
    DROPPED = "dropped"


class PhonedEvidence(StrEnum):
    """What is known of an answer that was noted on the phone."""

    WAITS = "waits"
    CONFIRMED = "confirmed"
    DOUBTED = "doubted"


class VariationStatus(StrEnum):
    """Where an asked departure from a clause stands."""

    ASKED = "asked"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    TAKEN_BACK = "taken_back"


class VariationReason(StrEnum):
    """Why a party asks for it."""

    STAFF_AWAY = "staff_away"
    MORE_PEOPLE = "more_people"
    MONEY_LATE = "money_late"
    NO_ROOM = "no_room"
    HOLY_DAYS = "holy_days"
    OTHER_NEED = "other_need"
    OTHER = "other"


class PromiseResult(StrEnum):
    """What became of one promise. Paused and varied time is outside the clock (promises 17, 18)."""

    WAITING = "waiting"
    IN_TIME = "in_time"
    PAST = "past"
    NO_CLOCK = "no_clock"
    CALLED_OFF = "called_off"


class PartyRole(StrEnum):
    """What a party does under an agreement: unlike roles are the rule, not the exception (R76-R81)."""

    LEAD = "lead"
    CONVENER = "convener"
    REFERRER = "referrer"
    RECEIVER = "receiver"
    CONSULTANT = "consultant"
    RESOURCE_CONTRIBUTOR = "resource_contributor"
    FISCAL_AGENT = "fiscal_agent"
    FUNDER = "funder"
    SITE_HOST = "site_host"
    PEER_LED = "peer_led"
    COMMUNITY_SEAT = "community_seat"


class SignedHow(StrEnum):
    """The evidence that a party agreed."""

    ON_SCREEN = "on_screen"
    ON_PAPER = "on_paper"
    BY_LINK = "by_link"


class Standing(StrEnum):
    """An agreement as one of its parties sees it today."""

    DRAFT = "draft"
    WAITS_FOR_US = "waits_for_us"
    WAITS_FOR_OTHERS = "waits_for_others"
    NOT_BEGUN = "not_begun"
    BINDS = "binds"
    RAN_OUT = "ran_out"
    SUSPENDED = "suspended"
    WE_LEFT = "we_left"
    ENDED = "ended"


ROLE_WORDS: dict[PartyRole, str | Promise] = {
    PartyRole.LEAD: _("Leads and answers for the whole"),
    PartyRole.CONVENER: _("Brings the partners together"),
    PartyRole.REFERRER: _("Sends requests"),
    PartyRole.RECEIVER: _("Takes requests"),
    PartyRole.CONSULTANT: _("Gives advice when asked"),
    PartyRole.RESOURCE_CONTRIBUTOR: _("Gives rooms, money or staff"),
    PartyRole.FISCAL_AGENT: _("Holds the money"),
    PartyRole.FUNDER: _("Pays for the work"),
    PartyRole.SITE_HOST: _("Opens its house for the work"),
    PartyRole.PEER_LED: _("Led by people who have been there"),
    PartyRole.COMMUNITY_SEAT: _("Speaks for the community"),
}

STANDING_WORDS: dict[Standing, str | Promise] = {
    Standing.DRAFT: _("Draft, seen by us only"),
    Standing.WAITS_FOR_US: _("Waits for our signature"),
    Standing.WAITS_FOR_OTHERS: _("Waits for the others"),
    Standing.NOT_BEGUN: _("Signed by all, not begun yet"),
    Standing.BINDS: _("In force"),
    Standing.RAN_OUT: _("Ran out"),
    Standing.SUSPENDED: _("Suspended"),
    Standing.WE_LEFT: _("We have left"),
    Standing.ENDED: _("Ended"),
}

KIND_WORDS: dict[AgreementKind, str | Promise] = {
    AgreementKind.MOU: _("Memorandum of understanding"),
    AgreementKind.CONTRACT: _("Contract"),
    AgreementKind.DATA_SHARING: _("Data-sharing agreement"),
    AgreementKind.LETTER: _("Letter of agreement"),
}
