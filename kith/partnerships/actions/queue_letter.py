"""Putting one mail to a party on its way; part of the actions that write it."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.letters import Letter
from kith.post.actions.queue_message import queue_message
from kith.post.terms import MessageKind


@dataclass(frozen=True, slots=True)
class Addressed:
    """One mail: to whom, for which party, in which language."""

    reader_id: UUID
    organization_id: UUID
    address: str
    language: str
    letter: Letter


def queue_letter(viewer: Viewer, *, about: Ref, one: Addressed, dedupe_key: str) -> UUID:
    """Queue it once for this key and reader. The calling action has asked whether it may leave.

    A subject is one line, also where the name of an organisation has a line break in it.
    """
    return queue_message(
        viewer,
        about=about,
        person_id=None,
        organization_id=one.organization_id,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=one.address,
        subject=" ".join(one.letter.subject.split()),
        body=one.letter.body,
        language=one.language,
        dedupe_key=f"{dedupe_key}:{one.reader_id}",
        owner_user_id=None,
    )
