"""Whom a link opens to."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.ids import Ref
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.post.models import SinglePurposeLink
from kith.post.terms import LinkPurpose


class May(StrEnum):
    """What may be done with a link."""

    OPEN = "open"
    USE = "use"
    CLOSE = "close"
    GIVE_CODE = "give_code"


def _holds_the_token(_viewer: Viewer) -> Q:
    """Whoever holds the token may look the link up: the token is the right."""
    return ALL


def _is_the_one_record(viewer: Viewer) -> Q:
    """A viewer who came in by the answer door for this link's record, or for the link itself."""
    if viewer.is_system:
        return ALL
    if viewer.door is not Door.ANSWER or viewer.only is None:
        return NOTHING
    if viewer.only.kind == "link":
        return Q(pk=viewer.only.id)
    return Q(about_kind=viewer.only.kind, about_id=viewer.only.id)


def _came_in(viewer: Viewer) -> Q:
    """Closing protects, so everyone whom a room let in may close; only the open street may not."""
    return NOTHING if viewer.door is Door.PUBLIC else ALL


def _helps_people(viewer: Viewer) -> Q:
    """Workers; the calling room has asked whether the record is theirs. Never who came in by a link."""
    is_worker = viewer.door is Door.STAFF and viewer.has(Role.NAVIGATOR, Role.CLINICIAN)
    return ALL if is_worker else NOTHING


POLICY: Mapping[May, Callable[[Viewer], Q]] = {
    May.OPEN: _holds_the_token,
    May.USE: _is_the_one_record,
    May.CLOSE: _came_in,
    May.GIVE_CODE: _helps_people,
}


def link_with_digest(viewer: Viewer, *, digest: str, purpose: LinkPurpose) -> SinglePurposeLink | None:
    """The link whose token has this digest and serves this purpose."""
    rows = narrowed(SinglePurposeLink.objects.all(), POLICY, viewer, May.OPEN)
    return rows.filter(token_digest=digest, purpose=purpose).first()


def links_on(viewer: Viewer, may: May, *, about: Ref) -> QuerySet[SinglePurposeLink]:
    """The links about one record that `viewer` may `may`."""
    rows = narrowed(SinglePurposeLink.objects.all(), POLICY, viewer, may)
    return rows.filter(about_kind=about.kind, about_id=about.id)


def links(viewer: Viewer, may: May) -> QuerySet[SinglePurposeLink]:
    """The links that `viewer` may `may`."""
    return narrowed(SinglePurposeLink.objects.all(), POLICY, viewer, may)


def one_link(viewer: Viewer, link_id: UUID, may: May) -> SinglePurposeLink:
    """The one link. Raises NotFound: a link that may not be used is not there."""
    return one(SinglePurposeLink.objects.all(), POLICY, viewer, row_id=link_id, may=may, read=may)
