"""A second community beside the demo town: nobody of the town may see anything of it. Its words are canaries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.test import Client

from kith.accounts.actions.invite_member import invite_member
from kith.accounts.actions.set_absence import set_absence
from kith.accounts.models import Membership, User
from kith.accounts.queries.viewer_of import viewer_of
from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.add_need import add_need
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.models import Referral
from kith.care.terms import Level, NeedDomain, ReferralStatus, ToldVia
from kith.care.told import PersonsAnswer, Told
from kith.consent.terms import ASK_KINDS, NAME_KINDS, GivenHow
from kith.core import clock
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_service import add_service
from kith.directory.records import ServiceDetails
from kith.partnerships.actions.adopt_paper_agreement import adopt_paper_agreement
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.models import Partner, PartnerImport
from kith.partnerships.sheet_rows import SheetPartner, written
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.post.safe_contact import SafeContact
from tests.browser.lives import a_change
from tests.browser.negotiated import clause_keys, talk_about
from tests.browser.town import ROWS, ids
from tests.factories.living import living, owed
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, an_organization, in_force
from tests.factories.tables import a_used_table
from tests.partnerships.papers import PDF

CANARIES = ("Zyxalias", "Zyxname", "Zyxwords", "Zyxask", "Zyxarea", "zyxmail", "Zyxcontact")
PASSWORD = "three green lamps"
STAYS = timedelta(days=30)


@dataclass(frozen=True)
class Elsewhere:
    """Its ids by the name that an address gives them, and its people at their browsers."""

    samples: Mapping[str, Sequence[object]]
    strangers: Mapping[str, Client]


def build_elsewhere() -> Elsewhere:
    """An organisation, a partner and an agreement; a person with a draft, an ask and a told name."""
    before = {part: set(ids(model)) for part, model in ROWS.items()}
    holder_id = an_organization("Elsewhere House")
    manager, navigator = a_member(holder_id, Role.PARTNERSHIP_MANAGER), a_member(holder_id, Role.NAVIGATOR)
    partner_id = a_partner(SYSTEM, "Elsewhere Partner")
    Partner.objects.filter(organization_id=partner_id).update(welcomed_by_id=holder_id)
    set_contact_code(SYSTEM, contact_id=a_contact(manager, partner_id, "Zyxcontact"), code="elsewhere")
    in_force(manager, partner_id)
    talk_about(manager)
    _keep_a_paper(manager, partner_id)
    promise = owed(partner_id, ResponsePromise(days=2))
    changing = living(manager, [partner_id], [promise])
    a_change(a_member(partner_id, Role.COORDINATOR), changing, promise, words="Zyxwords")
    a_used_table(manager, partner_id)
    PartnerImport.objects.create(
        organization_id=holder_id,
        begun_at=clock.now(),
        rows=written((SheetPartner(row=2, organization_name="Zyxpartner"),)),
    )
    invite_member(SYSTEM, organization_id=holder_id, email="zyxmail@elsewhere.example", role=Role.NAVIGATOR)
    _plan_an_absence(navigator, a_member(holder_id, Role.CLINICIAN))
    _refer(navigator, partner_id)
    new = {part: sorted(set(ids(model)) - before[part], key=str) for part, model in ROWS.items()}
    roles = [Role.NAVIGATOR, Role.PRIVACY_OFFICER, Role.ADMIN, Role.PARTNERSHIP_MANAGER]
    return Elsewhere(
        samples={
            **new,
            "organization_id": [partner_id, holder_id],
            "record_id": new["person_id"],
            "clause_key": clause_keys(new["agreement_id"]),
        },
        strangers={role.value: browser_of(a_member(holder_id, role)) for role in roles},
    )


def _keep_a_paper(manager: Viewer, partner_id: UUID) -> None:
    """An agreement that the two signed by hand."""
    assert manager.organization_id is not None
    today = clock.now().date()
    adopt_paper_agreement(
        manager,
        title="Zyxwords on paper",
        purpose="Zyxwords",
        parties=(Party(manager.organization_id, PartyRole.LEAD), Party(partner_id, PartyRole.RECEIVER)),
        promises=(),
        scope=ASK_KINDS | NAME_KINDS,
        starts_on=today,
        review_on=None,
        ends_on=None,
        paper=PDF,
        filename="agreement.pdf",
        signed_on=today,
    )


def ask_the_mosque() -> None:
    """The town's navigator sends the draft to the coordinator's mosque, so that it has something to answer."""
    partner_id = Membership.objects.get(user__email="coordinator@demo.example").organization_id
    draft = Referral.objects.filter(receiver_id=partner_id, status=ReferralStatus.DRAFT).earliest("id")
    navigator = viewer_of(Viewer.nobody(Door.STAFF), user_id=draft.owner_id, organization_id=draft.sender_id)
    ask_partner(navigator, referral_id=draft.pk, answer=_yes())


def browser_of(viewer: Viewer) -> Client:
    """A browser in which this member is signed in, and has just shown that it is them."""
    user = User.objects.get(id=viewer.user_id)
    user.password = make_password(PASSWORD)
    user.save(update_fields=["password"])
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    client.post("/account/again/", {"password": PASSWORD})
    return client


def _plan_an_absence(worker: Viewer, cover: Viewer) -> None:
    assert worker.user_id is not None
    assert cover.user_id is not None
    day = clock.today("UTC") + STAYS
    set_absence(worker, user_id=worker.user_id, cover_id=cover.user_id, first_on=day, last_on=day)


def _refer(navigator: Viewer, partner_id: UUID) -> None:
    person_id = _person(navigator)
    for step in ("draft", "ask", "name"):
        need_id = add_need(
            navigator,
            person_id=person_id,
            words=f"Zyxwords {step}",
            ask_words="Zyxask",
            domain=NeedDomain.HOUSING,
            level=Level.MICRO,
        )
        referral_id = draft_referral(navigator, need_id=need_id, service_id=_service(partner_id, step))
        if step != "draft":
            ask_partner(navigator, referral_id=referral_id, answer=_yes())
        if step == "name":
            accept_referral(
                navigator, referral_id=referral_id, told=Told(ToldVia.PHONE, "Zyxcontact", clock.now())
            )
            choose_partner(navigator, referral_id=referral_id)


def _person(navigator: Viewer) -> UUID:
    person_id = take_in(
        navigator,
        alias="Zyxalias",
        languages=["en"],
        rough_area="Zyxarea",
        times="evenings",
        access_needs="none",
    )
    set_name(navigator, person_id=person_id, name="Zyxname")
    rule = SafeContact(
        may_call=True,
        may_text=True,
        may_mail=True,
        may_voicemail=False,
        phone="+1 617 555 0199",
        email="zyxmail@person.example",
        days=dict.fromkeys(range(7), ("00:00", "23:59")),
        timezone="UTC",
        say="the library",
    )
    set_how_to_reach(navigator, person_id=person_id, rule=rule)
    return person_id


def _service(organization_id: UUID, name: str) -> UUID:
    return add_service(
        SYSTEM,
        organization_id=organization_id,
        name=f"A room ({name})",
        description="",
        languages=["en"],
        topics=[],
        details=ServiceDetails(),
    )


def _yes() -> PersonsAnswer:
    return PersonsAnswer(
        words="We ask them if they have room.",
        language="en",
        interpreted_into="",
        given_how=GivenHow.ON_SCREEN_WITH_WORKER,
        interpreter="",
        until=clock.today("UTC") + STAYS,
    )
