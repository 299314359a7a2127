"""A code is tried on the page with the name."""

from enum import StrEnum
from uuid import UUID

from django.db import transaction

from kith.care.actions.note_name_seen import note_name_seen
from kith.core.viewer import Viewer
from kith.partnerships.actions.check_contact_code import check_contact_code
from kith.partnerships.errors import TooManyCodeTries
from kith.post.actions.bind_link import bind_link
from kith.post.actions.count_wrong_try import count_wrong_try
from kith.post.actions.use_spoken_code import use_spoken_code
from kith.post.terms import SpokenTry


class _Tried(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


def open_name(
    viewer: Viewer, *, referral_id: UUID, link_id: UUID, contact_id: UUID, code: str, device: str
) -> bool:
    """True if `code` is the contact's own, or was read to them on the phone: then it is open on `device`.

    The look is written down. A wrong code counts on the link, and a right one takes none of that back: the
    tenth wrong one closes it. A caller keeps this in a transaction of its own, so that it stays counted.
    Raises NotFound, TooManyCodeTries, OtherDevice, LinkGuessed, LinkBlank, LinkClosed, Expired or
    SharingStopped.
    """
    with transaction.atomic():
        tried = _try_code(viewer, link_id, contact_id, code)
        if tried is _Tried.RIGHT:
            bind_link(viewer, link_id=link_id, device=device)
            note_name_seen(viewer, referral_id=referral_id)
    if tried is _Tried.LOCKED:
        raise TooManyCodeTries
    return tried is _Tried.RIGHT


def _try_code(viewer: Viewer, link_id: UUID, contact_id: UUID, code: str) -> _Tried:
    """The lock of the contact's own code does not hold back a code that was read out; its guesses count."""
    spoken = use_spoken_code(viewer, link_id=link_id, code=code)
    if spoken is SpokenTry.RIGHT:
        return _Tried.RIGHT
    try:
        tried = _Tried.RIGHT if check_contact_code(viewer, contact_id=contact_id, code=code) else _Tried.WRONG
    except TooManyCodeTries:
        tried = _Tried.LOCKED
    if tried is _Tried.WRONG or (tried is _Tried.LOCKED and spoken is SpokenTry.WRONG):
        count_wrong_try(viewer, link_id=link_id)
    return tried
