"""Partners, their named contacts, the law, and three agreements."""

from datetime import timedelta

from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.paper import paper_with
from kith.cli.demo_town.signing import sign_for_all
from kith.cli.demo_town.town import OWN_CODE, Town
from kith.consent.actions.adopt_law_pack import adopt_law_pack
from kith.consent.law import PACKS
from kith.consent.terms import Kind, LegalStatus
from kith.core import clock
from kith.core.viewer import Door, Viewer
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.adopt_paper_agreement import adopt_paper_agreement
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.propose_agreement import propose_agreement
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.actions.set_open_asks_limit import set_open_asks_limit
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise

KITH_ITSELF = Viewer.system(Door.COMMAND)
A_YEAR = timedelta(days=365)
HALF_A_YEAR = timedelta(days=182)
ADOPTED_FOR = timedelta(days=300)


def welcome_partners(town: Town, files: Entry) -> None:
    """Every organisation is a partner with a code word, its own days, and one named person."""
    manager = town.staff("partnerships", "clinic")
    for entry in files.entries("organization"):
        key, contact = entry.text("key"), entry.entry("contact")
        organization_id = town.organizations[key]
        welcome_partner(
            manager,
            organization_id=organization_id,
            code_word=entry.text("code_word"),
            timezone=town.timezone,
            days=entry.days("days"),
            closed_on=[],
        )
        town.signers[key] = (contact.text("name"), contact.text("role"))
        town.contacts[key] = add_contact(
            manager,
            organization_id=organization_id,
            name=contact.text("name"),
            role_title=contact.text("role"),
            email=contact.text("email"),
            phone=contact.text("phone"),
            language=contact.text("language", "en"),
        )
        set_contact_code(KITH_ITSELF, contact_id=town.contacts[key], code=OWN_CODE)
        confirm_contact(KITH_ITSELF, contact_id=town.contacts[key])
        if entry.number("max_open_asks") is not None:
            set_open_asks_limit(manager, organization_id=organization_id, limit=entry.number("max_open_asks"))


def adopt_law(town: Town) -> None:
    """The privacy officer adopts each law pack, marked as a demo."""
    officer = town.staff("privacy", "clinic")
    for pack in PACKS.values():
        last_day = min(pack.expires_on, clock.today(town.timezone) + ADOPTED_FOR)
        adopt_law_pack(
            officer,
            pack_id=pack.id,
            legal_status=LegalStatus.ORDINARY,
            expires_on=last_day,
            is_demo=True,
        )


def agree(town: Town, files: Entry) -> None:
    """Two agreements are proposed and signed by each party; one was signed on paper before."""
    manager = town.staff("partnerships", "clinic")
    for entry in files.entries("agreement"):
        with clock.at(town.moment(entry.number("signed") or -1)):
            _agree_on(town, manager, entry)


def _agree_on(town: Town, manager: Viewer, entry: Entry) -> None:
    roles, promised = entry.entry("parties"), entry.entry("promises")
    today = clock.today(town.timezone)
    parties = [Party(town.organizations[key], PartyRole(roles.text(key))) for key in roles.fields]
    promises = [Promise(town.organizations[key], promised.number(key) or 1) for key in promised.fields]
    scope = frozenset(Kind(kind) for kind in entry.texts("scope"))
    title, purpose = entry.text("title"), entry.text("purpose")
    if entry.flag("paper", default=False):
        adopt_paper_agreement(
            manager,
            title=title,
            purpose=purpose,
            parties=parties,
            promises=promises,
            scope=scope,
            starts_on=today,
            review_on=today + HALF_A_YEAR,
            ends_on=today + A_YEAR,
            paper=paper_with(f"Made-up agreement: {title}"),
            filename="agreement.pdf",
            signed_on=today,
        )
        return
    agreement_id = propose_agreement(
        manager,
        title=title,
        purpose=purpose,
        parties=parties,
        promises=promises,
        scope=scope,
        starts_on=today,
        review_on=today + HALF_A_YEAR,
        ends_on=today + A_YEAR,
    )
    sign_for_all(town, agreement_id, roles.fields)
