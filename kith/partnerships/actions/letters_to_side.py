"""Addressing a mail about an agreement to one side; part of the actions that write it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core.viewer import Viewer
from kith.partnerships.actions.link_for_reader import link_for_reader
from kith.partnerships.actions.queue_letter import Addressed
from kith.partnerships.letters import Letter
from kith.partnerships.policies.agreement import SIGNERS
from kith.partnerships.policies.routine_mail import reader_of
from kith.post.terms import LinkPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """How a reader reaches the page: a named person by a link of their own, a member by signing in."""

    language: str
    code_word: str
    link: str
    is_own_link: bool


def letters_to_side(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    organization_id: UUID,
    purpose: LinkPurpose,
    page: str,
    write: Callable[[WayIn], Letter],
) -> Iterator[Addressed]:
    """To the side's named person, with a link for `purpose`; where there is none, to those who sign for it.

    `page` is where a member answers. Raises NotFound or Denied unless the viewer looks after the side.
    """
    reader = reader_of(viewer, organization_id)
    if reader is not None:
        link = link_for_reader(
            viewer, purpose=purpose, agreement_id=agreement_id, contact_id=reader.pk, page=purpose.value
        )
        by_link = WayIn(
            language=reader.language, code_word=reader.partner.code_word, link=link, is_own_link=True
        )
        yield Addressed(reader.pk, organization_id, reader.email, reader.language, write(by_link))
        return
    language = settings.LANGUAGE_CODE
    link = settings.KITH_SITE_URL + reverse(page, args=[agreement_id])
    letter = write(WayIn(language=language, code_word="", link=link, is_own_link=False))
    for member in members_to_tell(viewer, organization_id=organization_id, roles=SIGNERS):
        yield Addressed(member.user_id, organization_id, member.email, language, letter)
