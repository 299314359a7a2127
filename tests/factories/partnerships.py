"""Partners, contacts and agreements, made by actions."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.queries.viewer_of import viewer_of
from kith.consent.terms import ASK_KINDS, NAME_KINDS, Kind
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.terms import OrganizationKind
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.propose_agreement import propose_agreement
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.partner import SIGNABLE
from kith.partnerships.policies.version import versions
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise
from tests.factories.core_site import a_profile
from tests.factories.core_tasks import forget_what_waits_for
from tests.factories.remembered import remembered

SYSTEM = Viewer.system(Door.COMMAND)
OFFICE = dict.fromkeys(range(5), ("09:00", "17:00"))
TUESDAY_THURSDAY = {1: ("10:00", "16:00"), 3: ("10:00", "16:00")}
START = date(2026, 1, 1)


@remembered
def an_organization(name: str) -> UUID:
    return add_organization(
        SYSTEM, name=name, description="", email="", website="", kind=OrganizationKind.COMMUNITY
    )


@remembered
def a_member(organization_id: UUID, *roles: Role) -> Viewer:
    """A signed-in member with these roles in this organisation."""
    user_id = create_user(
        SYSTEM,
        email=f"{uuid7().hex}@member.example",
        display_name="Jo Adeyemi",
        password=None,
        is_demo=False,
    )
    for role in roles:
        add_member(SYSTEM, user_id=user_id, organization_id=organization_id, role=role)
    return viewer_of(Viewer.nobody(Door.STAFF), user_id=user_id, organization_id=organization_id)


@remembered
def make_host(viewer: Viewer) -> None:
    """The viewer's organisation runs the site, unless one does already."""
    if site_profile(SYSTEM).host_organization_id is None:
        set_site_profile(SYSTEM, **a_profile(host_organization_id=viewer.organization_id))


@remembered
def a_partner(
    viewer: Viewer,
    name: str,
    *,
    timezone: str = "UTC",
    days: Mapping[int, tuple[str, str]] = OFFICE,
    closed_on: Sequence[date] = (),
) -> UUID:
    """An organisation that `viewer` has welcomed, for the host. Returns the organisation's id."""
    organization_id = an_organization(name)
    make_host(viewer)
    welcome_partner(
        viewer,
        organization_id=organization_id,
        code_word="Walnut",
        timezone=timezone,
        days=days,
        closed_on=closed_on,
    )
    return organization_id


@remembered
def a_contact(viewer: Viewer, organization_id: UUID, name: str = "Fatima Noor") -> UUID:
    """A named person there, who was asked about as one does, long ago: nobody hears of it any more."""
    contact_id = add_contact(
        viewer,
        organization_id=organization_id,
        name=name,
        role_title="Volunteer",
        email=f"{'.'.join(name.lower().replace('.', '').split())}@al-noor.example",
        phone="+1 617 555 0133",
        language="en",
        best_time="Tuesdays after lunch",
    )
    confirm_contact(SYSTEM, contact_id=contact_id)
    forget_what_waits_for("tell_of_contacts")
    return contact_id


@remembered
def proposed(
    viewer: Viewer,
    *others: UUID,
    promises: Mapping[UUID, int] = {},
    scope: frozenset[Kind] = ASK_KINDS | NAME_KINDS,
    starts_on: date = START,
    ends_on: date | None = None,
) -> UUID:
    """An agreement that the viewer's organisation proposes to `others`."""
    assert viewer.organization_id is not None
    parties = [Party(viewer.organization_id, PartyRole.LEAD), *(Party(o, PartyRole.RECEIVER) for o in others)]
    return propose_agreement(
        viewer,
        title="Answering each other",
        purpose="People get an answer from those who can help.",
        parties=parties,
        promises=[Promise(organization_id, days) for organization_id, days in promises.items()],
        scope=scope,
        starts_on=starts_on,
        review_on=None,
        ends_on=ends_on,
    )


def sign(agreement_id: UUID, *viewers: Viewer) -> None:
    for viewer in viewers:
        shown = versions(viewer, May.READ).filter(agreement_id=agreement_id, state__in=SIGNABLE).first()
        sign_agreement(
            viewer,
            agreement_id=agreement_id,
            seen_digest=shown.text_digest if shown else "",
            name="Jo Adeyemi",
            role_title="Director",
        )


@remembered
def in_force(
    viewer: Viewer,
    *others: UUID,
    promises: Mapping[UUID, int] = {},
    scope: frozenset[Kind] = ASK_KINDS | NAME_KINDS,
    starts_on: date = START,
    ends_on: date | None = None,
) -> UUID:
    """An agreement that all have signed."""
    agreement_id = proposed(
        viewer, *others, promises=promises, scope=scope, starts_on=starts_on, ends_on=ends_on
    )
    sign(agreement_id, viewer, *(a_member(other, Role.COORDINATOR) for other in others))
    forget_what_waits_for("tell_parties")
    return agreement_id


def events_of_kind(kind: str) -> list[Event]:
    """What was recorded of this kind, the oldest first."""
    return list(Event.objects.filter(kind=kind).order_by("at", "pk"))
