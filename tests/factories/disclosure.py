"""A small town in which something may be told, made by actions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from kith.consent.terms import GivenHow, Kind
from kith.core import clock
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Purpose, Role, Viewer
from kith.disclosure.actions.record_consent import record_consent
from kith.disclosure.actions.share_ask import share_ask
from kith.disclosure.actions.share_name import share_name
from kith.disclosure.queries.preview_sharing import HeldItem, Preview, preview_sharing
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.post.safe_contact import SafeContact
from tests.factories.consent import EVERYTHING, WORDS, a_site, adopted, in_days
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, an_organization, in_force
from tests.factories.remembered import remembered

NAME = "Amina Haddad"
ALIAS = "Zuhal"
PHONE = "+44 7700 900142"
NEED = "Company in the evening, a women's group once a week"
TEXTS_ONLY = SafeContact(
    may_call=False,
    may_text=True,
    may_mail=False,
    may_voicemail=False,
    phone=PHONE,
    email="",
    days={1: ("16:00", "20:00"), 3: ("16:00", "20:00")},
    timezone="UTC",
    say="the walking group",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Northgate's navigator works with a person; Al-Noor has a contact and an agreement with Northgate.

    `about` is the record that they are told for, unless a test says another.
    """

    navigator: Viewer
    manager: Viewer
    privacy_officer: Viewer
    coordinator: Viewer
    holder_id: UUID
    recipient_id: UUID
    contact_id: UUID
    person_id: UUID
    agreement_id: UUID
    about: Ref

    @property
    def person(self) -> Viewer:
        """The person in their own portal."""
        return replace(
            Viewer.nobody(Door.PORTAL),
            user_id=uuid7(),
            person_id=self.person_id,
            purpose=Purpose.OWN_RECORD,
        )

    def by_link(self, about: Ref) -> Viewer:
        """Whoever holds Al-Noor's link about this record."""
        return replace(Viewer.nobody(Door.ANSWER), organization_id=self.recipient_id, only=about)


@remembered
def a_town(*, scope: frozenset[Kind] = EVERYTHING, days_of_law: int = 365) -> Town:
    holder_id = an_organization("Northgate Together")
    a_site(host_id=holder_id)
    adopted(days=days_of_law)
    manager = a_member(holder_id, Role.PARTNERSHIP_MANAGER)
    recipient_id = a_partner(manager, "Al-Noor Mosque")
    navigator = a_member(holder_id, Role.NAVIGATOR)
    return Town(
        navigator=navigator,
        manager=manager,
        privacy_officer=a_member(holder_id, Role.PRIVACY_OFFICER),
        coordinator=a_member(recipient_id, Role.COORDINATOR),
        holder_id=holder_id,
        recipient_id=recipient_id,
        contact_id=a_contact(manager, recipient_id),
        person_id=a_person(navigator),
        agreement_id=in_force(manager, recipient_id, scope=scope),
        about=a_referral(),
    )


@remembered
def a_person(navigator: Viewer, *, alias: str = ALIAS, name: str = NAME) -> UUID:
    """Someone with everything that a partner may ever be told."""
    person_id = take_in(
        navigator,
        alias=alias,
        languages=["ar", "en"],
        rough_area="East Northgate",
        times="Tue or Thu, after 4 pm",
        access_needs="No stairs",
    )
    if name:
        set_name(navigator, person_id=person_id, name=name)
    set_how_to_reach(navigator, person_id=person_id, rule=TEXTS_ONLY)
    return person_id


def a_referral() -> Ref:
    return Ref("referral", uuid7())


def said_yes(
    town: Town,
    *,
    about: Ref | None = None,
    contact_id: UUID | None = None,
    kinds: Iterable[Kind] = EVERYTHING,
    days: int = 30,
) -> UUID:
    """The person agrees that Al-Noor is told. Returns the consent's id."""
    return record_consent(
        town.navigator,
        person_id=town.person_id,
        recipient_id=town.recipient_id,
        contact_id=contact_id or town.contact_id,
        about=about or town.about,
        kinds=kinds,
        until=in_days(days),
        words=WORDS,
        language="ar",
        interpreted_into="",
        given_how=GivenHow.ON_SCREEN_WITH_INTERPRETER,
        interpreter="Layla Haddad",
    )


def asked(
    town: Town,
    *,
    about: Ref | None = None,
    viewer: Viewer | None = None,
    contact_id: UUID | None = None,
    need_text: str = NEED,
) -> UUID:
    """Al-Noor is asked without a name. Returns the disclosure's id."""
    return share_ask(
        viewer or town.navigator,
        person_id=town.person_id,
        recipient_id=town.recipient_id,
        contact_id=contact_id or town.contact_id,
        about=about or town.about,
        need_text=need_text,
    )


def named(
    town: Town,
    *,
    about: Ref,
    viewer: Viewer | None = None,
    contact_id: UUID | None = None,
    said_yes_at: datetime | None = None,
) -> UUID:
    """Al-Noor has said yes just now and is told the name. Returns the disclosure's id."""
    return share_name(
        viewer or town.navigator,
        person_id=town.person_id,
        recipient_id=town.recipient_id,
        contact_id=contact_id or town.contact_id,
        about=about,
        said_yes_at=said_yes_at or clock.now(),
    )


def told_all(town: Town) -> tuple[UUID, UUID, Ref]:
    """Agreed, asked and named. Returns the ids of ask and name, and what they are about."""
    said_yes(town)
    return asked(town), named(town, about=town.about), town.about


def previewed(
    town: Town,
    *,
    viewer: Viewer | None = None,
    contact_id: UUID | None = None,
    need_text: str = NEED,
    also_held: tuple[HeldItem, ...] = (),
) -> Preview:
    return preview_sharing(
        viewer or town.navigator,
        person_id=town.person_id,
        recipient_id=town.recipient_id,
        contact_id=contact_id or town.contact_id,
        about=town.about,
        service_id=uuid7(),
        need_text=need_text,
        also_held=also_held,
    )


LONG_AGO = datetime(2026, 1, 2, tzinfo=UTC)
__all__ = ["LONG_AGO", "SYSTEM", "Town", "a_town"]
