"""The demo town as the sweep walks through it: who is signed in, and an id of everything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.core.context import request_context
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.apps import apps
from django.core.management import call_command
from django.test import Client, RequestFactory

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.actions.invite_member import invite_member
from kith.accounts.actions.set_absence import set_absence
from kith.accounts.models import Membership, User
from kith.accounts.queries.viewer_of import viewer_of
from kith.care.models import Referral
from kith.care.terms import ReferralStatus
from kith.consent.terms import ASK_KINDS
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.report_listing_mistake import report_listing_mistake
from kith.directory.mistakes import MistakeKind
from kith.directory.models import ListingMistake, Service
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.models import AgreementParty, PartnerContact
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise, Wording, plain_clauses
from kith.post.actions.make_link import make_link
from kith.post.terms import LinkPurpose
from tests.browser.lives import lives_of_the_town
from tests.browser.negotiated import clause_keys, talk_about
from tests.browser.papers import papers_of_the_town
from tests.browser.table import AT_A_TABLE, seated, send_a_sheet, set_a_table

SYSTEM = Viewer.system(Door.COMMAND)
PASSWORD = "kith-demo"
CONTACT_CODE = "northgate"
LOGINS = (
    "navigator",
    "coordinator",
    "partnerships",
    "privacy",
    "client",
    "admin",
    "clinician",
    "curator",
    "evaluator",
)
PURPOSES = {
    "answer_ask": (LinkPurpose.ANSWER_ASK, ReferralStatus.ASKED),
    "answer_name": (LinkPurpose.SEE_NAME, ReferralStatus.NAMED),
    "answer_happened": (LinkPurpose.TELL_WHAT_HAPPENED, ReferralStatus.NAMED),
}
ROWS = {
    "person_id": "people.Person",
    "need_id": "care.Need",
    "referral_id": "care.Referral",
    "service_id": "directory.Service",
    "consent_id": "consent.ConsentGrant",
    "agreement_id": "partnerships.Agreement",
    "paper_id": "partnerships.Paper",
    "variation_id": "partnerships.Variation",
    "contact_id": "partnerships.PartnerContact",
    "membership_id": "accounts.Membership",
    "invitation_id": "accounts.Invitation",
    "absence_id": "accounts.Absence",
    "comment_id": "partnerships.Comment",
    "partnership_id": "partnerships.Partnership",
    "meeting_id": "partnerships.Meeting",
    "goal_id": "partnerships.SharedGoal",
    "item_id": "partnerships.ActionItem",
    "import_id": "partnerships.PartnerImport",
}


@dataclass(frozen=True)
class Town:
    """Browsers by login ("nobody" first), and ids by the name that an address gives them."""

    browsers: Mapping[str, Client]
    samples: Mapping[str, Sequence[object]]
    referrals: Mapping[ReferralStatus, UUID]


def load_town() -> Town:
    """The demo town with someone signed in for each login."""
    call_command("demo", verbosity=0)
    browsers = {"nobody": Client()} | {login: signed_in(login) for login in LOGINS}
    invited = invite_member(
        SYSTEM,
        organization_id=Membership.objects.earliest("started_at").organization_id,
        email="new@example.org",
        role=Role.NAVIGATOR,
    )
    plan_an_absence("navigator", "clinician")
    samples: dict[str, Sequence[object]] = {part: ids(model) for part, model in ROWS.items()}
    samples |= {
        "organization_id": organizations(),
        "record_id": samples["person_id"],
        "kind": ["person"],
        "pack": ["express_consent"],
        "what": ["yes", "full", "phone_me"],
        "task_id": samples["person_id"],
        "help_page.code": ["home"],
        "translate_service.language": ["ar"],
        "accept_invitation.token": [invited.token],
        **{f"{name}.token": tokens(name) for name in PURPOSES},
    }
    samples["choose_own_code.token"] = [to_choose_a_code()]
    samples["confirm_by_link.token"] = [to_confirm_a_listing()]
    samples["answer_agreement.token"] = [to_answer_an_agreement()]
    samples |= papers_of_the_town(seated("partnerships"))
    samples["propose_by_link.token"] = [to_propose()]
    samples["agreement_thanks.what"] = ["sign", "phone-me", "not-for-us"]
    samples["blank_name.token"] = samples["answer_name.token"]
    samples["message_id"] = samples["person_id"]
    samples["mistake_id"] = [a_mistake_in_a_listing()]
    draft_an_agreement()
    samples["agreement_id"] = ids("partnerships.Agreement")
    talk_about(seated("partnerships"))
    samples |= {"comment_id": ids(ROWS["comment_id"]), "clause_key": clause_keys(samples["agreement_id"])}
    samples |= {"number": [1], "clause_kind": ["response_promise"]}
    samples |= lives_of_the_town()
    set_a_table()
    samples |= {part: ids(ROWS[part]) for part in AT_A_TABLE}
    send_a_sheet()
    samples["import_id"] = ids("partnerships.PartnerImport")
    browsers["receiver"] = member_of(Referral.objects.filter(status=ReferralStatus.ASKED)[0].receiver_id)
    samples["addresses:account_reset_password_from_key"] = [forgotten_password(browsers)]
    with_codes(browsers)
    return Town(browsers, samples, {r.status: r.id for r in Referral.objects.all()})


def signed_in(login: str) -> Client:
    """A browser that has gone through the sign-in page."""
    client = Client()
    client.post("/account/login/", {"login": f"{login}@demo.example", "password": PASSWORD})
    client.post("/account/again/", {"password": PASSWORD})
    assert client.get("/still-here/").status_code == 204, login
    return client


def member_of(organization_id: UUID) -> Client:
    """A browser of somebody who answers for this partner."""
    user_id = create_user(
        SYSTEM, email="receiver@demo.example", display_name="Sahra", password=None, is_demo=True
    )
    add_member(SYSTEM, user_id=user_id, organization_id=organization_id, role=Role.COORDINATOR)
    client = Client()
    client.force_login(User.objects.get(pk=user_id))
    return client


def plan_an_absence(worker: str, cover: str) -> None:
    """The worker will be away next month, and the colleague covers."""
    user, other = (User.objects.get(email=f"{login}@demo.example") for login in (worker, cover))
    day = clock.now().date() + timedelta(days=30)
    viewer = viewer_of(Viewer.nobody(Door.STAFF), user_id=user.id, organization_id=None)
    set_absence(viewer, user_id=user.id, cover_id=other.id, first_on=day, last_on=day)


def a_mistake_in_a_listing() -> UUID:
    """Somebody found something wrong in a listing that the coordinator keeps."""
    coordinator = Membership.objects.get(user__email="coordinator@demo.example")
    service = Service.objects.filter(organization_id=coordinator.organization_id).earliest("id")
    report_listing_mistake(SYSTEM, service_id=service.id, kind=MistakeKind.HOURS, words="They open at ten.")
    return ListingMistake.objects.get().id


def draft_an_agreement() -> None:
    """One that only the partnership manager's organisation sees."""
    user = User.objects.get(email="partnerships@demo.example")
    manager = viewer_of(Viewer.nobody(Door.STAFF), user_id=user.id, organization_id=None)
    assert manager.organization_id is not None
    other = Referral.objects.filter(status=ReferralStatus.ASKED)[0].receiver_id
    wording = Wording(
        title="Answering each other",
        purpose="People get an answer from those who can help.",
        parties=(Party(manager.organization_id, PartyRole.LEAD), Party(other, PartyRole.RECEIVER)),
        clauses=plain_clauses([Promise(other, 2)], ASK_KINDS),
        starts_on=clock.now().date(),
        review_on=None,
        ends_on=None,
    )
    draft_agreement(manager, wording=wording)


def ids(model: str) -> list[object]:
    """The ids of every row of a model."""
    return list(apps.get_model(model)._default_manager.values_list("pk", flat=True))


def organizations() -> list[object]:
    """Every organisation: first those with a member, as pages ask for one's own or a partner's."""
    own = list(Membership.objects.values_list("organization_id", flat=True).distinct())
    return [*own, *(one for one in ids("directory.Organization") if one not in own)]


def tokens(name: str) -> list[str]:
    """A fresh link for each request in the state in which its page is asked for."""
    purpose, status = PURPOSES[name]
    return [
        make_link(
            SYSTEM,
            purpose=purpose,
            about=Ref("referral", referral.id),
            organization_id=referral.receiver_id,
            contact_id=contact_of(referral),
            valid_days=7,
        ).token
        for referral in Referral.objects.filter(status=status)
    ]


def to_choose_a_code() -> str:
    """The token of a link by which a named person chooses a code of their own."""
    contact = PartnerContact.objects.filter(is_active=True).order_by("pk")[0]
    return make_link(
        SYSTEM,
        purpose=LinkPurpose.CHOOSE_OWN_CODE,
        about=Ref("contact", contact.id),
        organization_id=contact.partner.organization_id,
        contact_id=contact.id,
        valid_days=7,
    ).token


def to_confirm_a_listing() -> str:
    """The token of a link by which a named person says that the listing is still right."""
    contact = PartnerContact.objects.filter(is_active=True).order_by("pk")[0]
    return make_link(
        SYSTEM,
        purpose=LinkPurpose.CONFIRM_LISTING,
        about=Ref("organization", contact.partner.organization_id),
        organization_id=contact.partner.organization_id,
        contact_id=contact.id,
        valid_days=7,
    ).token


def to_propose() -> str:
    """The token of a link by which a named person says what they would like to agree on."""
    contact = PartnerContact.objects.filter(is_active=True).order_by("pk")[0]
    return make_link(
        SYSTEM,
        purpose=LinkPurpose.PROPOSE_AGREEMENT,
        about=contact.partner.ref,
        organization_id=contact.partner.organization_id,
        contact_id=contact.id,
        valid_days=7,
    ).token


def to_answer_an_agreement() -> str:
    """The token of a link by which a named person reads and answers an agreement of their organisation."""
    contact = PartnerContact.objects.filter(is_active=True).order_by("pk")[0]
    organization_id = contact.partner.organization_id
    party = AgreementParty.objects.filter(organization_id=organization_id).earliest("pk")
    return make_link(
        SYSTEM,
        purpose=LinkPurpose.ANSWER_AGREEMENT,
        about=Ref("agreement", party.version.agreement_id),
        organization_id=organization_id,
        contact_id=contact.id,
        valid_days=7,
    ).token


def contact_of(referral: Referral) -> UUID:
    """Who is written to about this request."""
    if referral.contact_id is not None:
        return referral.contact_id
    return PartnerContact.objects.filter(organization_id=referral.receiver_id).earliest("id").id


def forgotten_password(browsers: Mapping[str, Client]) -> str:
    """The address that a mail about a forgotten password leads to, opened once."""
    user = User.objects.get(email="curator@demo.example")
    address = f"/account/password/new/{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}/"
    return str(browsers["nobody"].get(address)["Location"])


def with_codes(browsers: dict[str, Client]) -> None:
    """The evaluator turns one-time codes on; another browser of theirs is half-way in."""
    user = User.objects.get(email="evaluator@demo.example")
    at_the_keyboard = RequestFactory().get("/")
    at_the_keyboard.user = user
    with request_context(at_the_keyboard):
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
    half_way = Client()
    half_way.post("/account/login/", {"login": user.email, "password": PASSWORD})
    browsers["half-way"] = half_way


def statuses(town: Town) -> Iterator[tuple[str, str]]:
    """The worker's page of one request in each state: the address, and who sees it."""
    for referral_id in town.referrals.values():
        yield f"/referrals/{referral_id}/", "navigator"
