"""The real directory's own town: a clinic of ours among 2,825 organisations, and one of them as partner.

Set up by the same actions as pages use; the person, their words and the agreement are made up.
"""

from tests.architecture.house import BASE
from tests.factories.site import Site

REAL_SERVICES = BASE.parent / "shared" / "data" / "haarrrvest-cc0" / "services_full.hsds31.ndjson"
PROGRAM = """
from datetime import timedelta
from django.db import transaction
from kith.cli.demo_town.town import SYSTEM, PASSWORD
from kith.accounts.actions.create_user import create_user
from kith.accounts.actions.add_member import add_member
from kith.accounts.queries.viewer_of import viewer_of
from kith.care.actions.add_need import add_need
from kith.care.actions.draft_referral import draft_referral
from kith.care.terms import Level, NeedDomain
from kith.cli.demo_town.paper import paper_with
from kith.consent.actions.adopt_law_pack import adopt_law_pack
from kith.consent.law import PACKS
from kith.consent.terms import ASK_KINDS, NAME_KINDS, LegalStatus
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.queries.find_services import find_services
from kith.directory.terms import OrganizationKind
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.adopt_paper_agreement import adopt_paper_agreement
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.post.safe_contact import SafeContact

host = add_organization(SYSTEM, name="Riverbank Clinic", description="", email="", website="",
                        kind=OrganizationKind.BEHAVIOURAL_HEALTH)

def login(name, *roles):
    user = create_user(SYSTEM, email=f"{name}@demo.example", display_name=name.title(), password=PASSWORD,
                       is_demo=True)
    for role in roles:
        add_member(SYSTEM, user_id=user, organization_id=host, role=role)
    return user

def seen(user):
    return viewer_of(Viewer.nobody(Door.PUBLIC), user_id=user, organization_id=host)

navigator = login("navigator", Role.NAVIGATOR)
manager = login("partnerships", Role.PARTNERSHIP_MANAGER)
officer = login("privacy", Role.PRIVACY_OFFICER)
client = login("client")
set_site_profile(SYSTEM, name="Riverbank Partnership", host_organization_id=host, duty_user_id=navigator,
                 country="US", emergency_number="911", talk_line="988", talk_line_words="Call or text",
                 jurisdiction="US", timezone="UTC", is_demo=True)
today = clock.now().date()
for pack in PACKS.values():
    adopt_law_pack(seen(officer), pack_id=pack.id, legal_status=LegalStatus.ORDINARY,
                   expires_on=min(pack.expires_on, today + timedelta(days=200)), is_demo=True)
found = find_services(Viewer.nobody(Door.PUBLIC), words="ADAMS CENTER", near="", page=1, facts=[], languages=[], topics=[])
line = found.lines[0]
receiver = line.organization_id
week = {day: ("09:00", "17:00") for day in range(7)}
welcome_partner(seen(manager), organization_id=receiver, code_word="walnut", timezone="UTC", days=week,
                closed_on=[])
contact = add_contact(seen(manager), organization_id=receiver, name="Fatima Saleh", role_title="Desk",
                      email="fatima@alnoor.example", phone="202 555 0133", language="en")
set_contact_code(Viewer.system(Door.COMMAND), contact_id=contact, code="northgate")
confirm_contact(seen(navigator), contact_id=contact)
adopt_paper_agreement(seen(manager), title="Food and company", purpose="People eat and are not alone.",
    parties=[Party(host, PartyRole.LEAD), Party(receiver, PartyRole.RECEIVER)],
    promises=[Promise(receiver, 2)], scope=ASK_KINDS | NAME_KINDS, starts_on=today, review_on=None,
    ends_on=today + timedelta(days=365), paper=paper_with("Made up"), filename="mou.pdf", signed_on=today)
person = take_in(seen(navigator), alias="Amina H.", languages=["ar", "en"], rough_area="Sterling",
                 times="Tue or Thu, after 4 pm", access_needs="No stairs")
set_name(seen(navigator), person_id=person, name="Amina Hassan")
set_how_to_reach(seen(navigator), person_id=person, rule=SafeContact(may_call=False, may_text=True,
    may_mail=False, may_voicemail=False, phone="617 555 0142", email="", days=week, timezone="UTC",
    say="the walking group"))
link_portal_user(SYSTEM, person_id=person, user_id=client)
need = add_need(seen(navigator), person_id=person, words="Food for the children, and company.",
                ask_words="Food once a week", domain=NeedDomain.FOOD, level=Level.MICRO)
draft_referral(seen(navigator), need_id=need, service_id=line.id)
print("ready")
"""


def prepare_real_town(site: Site) -> None:
    assert site.python(PROGRAM).endswith("ready")
