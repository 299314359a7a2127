"""Writing to a partner that its named people changed; part of the listeners."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.letters import Letter, own_code_letter, you_ended_letter
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.agreement import SIGNERS
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts, contacts_ever
from kith.post.actions.make_link import make_link
from kith.post.actions.queue_message import queue_message
from kith.post.terms import LinkPurpose, MessageKind

VALID_DAYS = 30
Words = Callable[[str, str, str, str], Letter]


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a mail goes to, and in which language."""

    id: UUID
    address: str
    language: str


def write_about_contact(viewer: Viewer, *, contact_id: UUID, dedupe_key: str, write: Words) -> int:
    """Tell the changed person themself and everybody else who answers for the partner. Returns how many.

    `write` gets language, site, organisation and name. For Kith itself, inside a delivery's transaction.
    """
    contact = contacts_ever(viewer, May.LOOK_AFTER).select_related("partner").filter(pk=contact_id).first()
    if contact is None:
        return 0
    organization_id = contact.partner.organization_id
    names = organization_names(viewer, organization_ids=[organization_id])
    site, organization = site_profile(viewer).name, names.get(organization_id, "")
    letters = [
        (reader, write(reader.language, site, organization, contact.name))
        for reader in _others(viewer, contact)
    ]
    own = _to_themself(viewer, contact, site, organization)
    if own is not None:
        letters.append((Reader(contact.pk, contact.email, contact.language), own))
    for reader, letter in letters:
        _queue(viewer, contact, reader, letter, f"{dedupe_key}:{reader.id}")
    return len(letters)


def _others(viewer: Viewer, contact: PartnerContact) -> Iterator[Reader]:
    """The other named people, and those who sign in to look after the partner; each address once."""
    written = {contact.email.casefold(), ""}
    rows = contacts(viewer, May.LOOK_AFTER).filter(partner_id=contact.partner_id).exclude(pk=contact.pk)
    readers = [Reader(row.pk, row.email, row.language) for row in rows]
    members = members_to_tell(viewer, organization_id=contact.partner.organization_id, roles=SIGNERS)
    readers += [Reader(member.user_id, member.email, settings.LANGUAGE_CODE) for member in members]
    for reader in readers:
        if reader.address.casefold() not in written:
            written.add(reader.address.casefold())
            yield reader


def _to_themself(viewer: Viewer, contact: PartnerContact, site: str, organization: str) -> Letter | None:
    """That they are asked no more, or where to choose their own code."""
    if not contact.email:
        return None
    if not contact.is_active:
        return you_ended_letter(language=contact.language, site=site, organization=organization)
    if contact.code_hash:
        return None
    token = make_link(
        viewer,
        purpose=LinkPurpose.CHOOSE_OWN_CODE,
        about=Ref("contact", contact.pk),
        organization_id=contact.partner.organization_id,
        contact_id=contact.pk,
        valid_days=VALID_DAYS,
    ).token
    with translation.override(contact.language):
        link = settings.KITH_SITE_URL + reverse("choose_own_code", args=[token])
    return own_code_letter(
        language=contact.language,
        site=site,
        organization=organization,
        code_word=contact.partner.code_word,
        link=link,
    )


def _queue(viewer: Viewer, contact: PartnerContact, reader: Reader, letter: Letter, key: str) -> None:
    queue_message(
        viewer,
        about=Ref("contact", contact.pk),
        person_id=None,
        organization_id=contact.partner.organization_id,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=reader.address,
        subject=letter.subject,
        body=letter.body,
        language=reader.language,
        dedupe_key=key,
        owner_user_id=None,
    )
