"""A site with a law, and consents, made by actions."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from kith.consent.actions.adopt_law_pack import adopt_law_pack
from kith.consent.actions.give_consent import give_consent
from kith.consent.actions.review_words import review_words
from kith.consent.terms import ASK_KINDS, NAME_KINDS, GivenHow, Kind, LegalStatus, SharePurpose
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Viewer
from tests.factories.remembered import remembered

SYSTEM = Viewer.system(Door.COMMAND)
WORDS = "We ask Al-Noor if they have room. We do not say who you are. You can stop at any time."
ABOUT = Ref("referral", uuid7())
EVERYTHING = ASK_KINDS | NAME_KINDS


@remembered
def a_site(*, host_id: UUID | None = None, jurisdiction: str = "GB-ENG", timezone: str = "UTC") -> None:
    set_site_profile(
        SYSTEM,
        name="Northgate",
        host_organization_id=host_id,
        duty_user_id=None,
        country="GB",
        emergency_number="999",
        talk_line="",
        talk_line_words="",
        jurisdiction=jurisdiction,
        timezone=timezone,
        is_demo=False,
    )


def in_days(days: int) -> date:
    """So many days from now, where a site on UTC is."""
    return clock.today("UTC") + timedelta(days=days)


@remembered
def adopted(viewer: Viewer = SYSTEM, *, days: int = 365) -> UUID:
    """Express consent, adopted for this site, for so many days from now."""
    return adopt_law_pack(
        viewer,
        pack_id="express_consent",
        legal_status=LegalStatus.ORDINARY,
        expires_on=in_days(days),
        is_demo=False,
    )


def agreed(
    viewer: Viewer,
    *,
    holder_id: UUID,
    recipient_id: UUID,
    person_id: UUID | None = None,
    contact_id: UUID | None = None,
    about: Ref = ABOUT,
    kinds: Iterable[Kind] = EVERYTHING,
    days: int = 30,
    words: str = WORDS,
    language: str = "ar",
    interpreted_into: str = "",
    given_how: GivenHow = GivenHow.ON_SCREEN_WITH_WORKER,
    interpreter: str = "",
) -> UUID:
    """A yes that the viewer writes down. Returns the consent's id."""
    return give_consent(
        viewer,
        person_id=person_id or uuid7(),
        holder_id=holder_id,
        recipient_id=recipient_id,
        contact_id=contact_id,
        about=about,
        kinds=kinds,
        purpose=SharePurpose.ARRANGE_HELP,
        until=in_days(days),
        words=words,
        language=language,
        interpreted_into=interpreted_into,
        given_how=given_how,
        worker_id=None if viewer.door is Door.PORTAL else viewer.user_id,
        interpreter=interpreter,
    )


def reviewed(words: str = WORDS, *, language: str = "ar") -> UUID:
    return review_words(SYSTEM, language=language, words=words, reviewer_name="Layla Haddad")
