"""Where a partner, a worker and the person sit: their browsers, and everything that they can see there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from django.apps import apps
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from kith.accounts.models import User
from kith.core.errors import KithError
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Role, Viewer
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.post.actions.make_link import make_link
from kith.post.terms import LinkPurpose
from tests.browser.routes import addresses, routes
from tests.factories.care import CareTown
from tests.factories.partnerships import SYSTEM, a_member

PLACE_OF = {
    LinkPurpose.ANSWER_ASK: "a",
    LinkPurpose.SEE_NAME: "n",
    LinkPurpose.TELL_WHAT_HAPPENED: "h",
    LinkPurpose.CHOOSE_OWN_CODE: "c",
    LinkPurpose.CONFIRM_LISTING: "l",
    LinkPurpose.ANSWER_AGREEMENT: "g",
    LinkPurpose.CONFIRM_PAPER: "p",
    LinkPurpose.PROPOSE_AGREEMENT: "o",
}
# Pages of one's own login, and the one that shows what pages look like, with a made-up Amina.
NOT_ABOUT_ANYONE = ("account_", "mfa_", "styleguide")
UUID_DASHES = 4
IDS = {
    "person_id": "people.Person",
    "need_id": "care.Need",
    "referral_id": "care.Referral",
    "service_id": "directory.Service",
    "consent_id": "consent.ConsentGrant",
    "agreement_id": "partnerships.Agreement",
    "contact_id": "partnerships.PartnerContact",
    "organization_id": "directory.Organization",
    "message_id": "post.OutgoingMessage",
    "record_id": "people.Person",
}


def browser_of(viewer: Viewer) -> Client:
    """A browser in which this viewer's user is signed in."""
    client = Client()
    client.force_login(User.objects.get(id=viewer.user_id))
    return client


def everybody_at(organization_id: UUID) -> Client:
    """The browser of one who has every role there: they see what anybody there sees."""
    return browser_of(a_member(organization_id, *Role))


def link_to(care: CareTown, referral_id: UUID, purpose: LinkPurpose) -> str:
    """The address of a fresh link, as a mail carries it."""
    token = make_link(
        SYSTEM,
        purpose=purpose,
        about=Ref("referral", referral_id),
        organization_id=care.town.recipient_id,
        contact_id=care.town.contact_id,
        valid_days=30,
    ).token
    return f"/{PLACE_OF[purpose]}/{token}/"


def press(client: Client, address: str, **said: str | list[str]) -> HttpResponse:
    """Send a form of its own."""
    answer = client.post(address, {"key": uuid7(), **said})
    assert isinstance(answer, HttpResponse)
    return answer


def text_of(response: HttpResponse) -> str:
    """Everything that came: status line, headers and page."""
    heads = " ".join(f"{name}: {value}" for name, value in response.items())
    if response.streaming:
        return heads
    return heads + response.content.decode(errors="replace")


def mails() -> str:
    """Everything that left: to whom, subject, words."""
    return "\n".join(f"{one.to} {one.subject} {one.body} {one.extra_headers}" for one in mail.outbox)


def by_link(care: CareTown, referral_ids: Iterable[UUID]) -> Iterator[str]:
    """Every page that any link about these requests opens, also when a code is tried there."""
    for referral_id in referral_ids:
        for purpose in LinkPurpose:
            address = link_to(care, referral_id, purpose)
            yield text_of(Client().get(address))
            if purpose is LinkPurpose.SEE_NAME:
                yield from _with_code(address)


def _with_code(address: str) -> Iterator[str]:
    phone = Client()
    yield text_of(press(phone, address, code="northgate"))
    yield text_of(phone.get(address))


def on_every_page(client: Client, tokens: Sequence[str] = ()) -> Iterator[str]:
    """Every address of the program with every id that there is, as this browser gets it."""
    samples: Mapping[str, Sequence[object]] = {
        **{part: _ids(model) for part, model in IDS.items()},
        "kind": ["person", "referral", "disclosure"],
        "pack": ["express_consent"],
        "what": ["yes"],
        "token": tokens,
    }
    for route in routes():
        if not route.name.startswith(NOT_ABOUT_ANYONE):
            for address in addresses(route, samples):
                yield without(address, text_of(client.get(address)))


def without(address: str, text: str) -> str:
    """The text without the ids that whoever came put into the address themself."""
    for part in address.split("/"):
        text = text.replace(part, "") if part.count("-") == UUID_DASHES else text
    return text


def _ids(model: str) -> list[object]:
    return list(apps.get_model(model)._default_manager.values_list("pk", flat=True))


def in_the_ledger(viewers: Iterable[Viewer]) -> Iterator[str]:
    """Every telling as each of these viewers may read it."""
    for viewer in viewers:
        for disclosure_id in _ids("disclosure.Disclosure"):
            assert isinstance(disclosure_id, UUID)
            try:
                yield repr(what_was_shared(viewer, disclosure_id=disclosure_id))
            except KithError as error:
                yield str(error)
