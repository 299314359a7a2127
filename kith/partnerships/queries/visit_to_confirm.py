"""Who comes in by the link that asks whether a listing is still right."""

from dataclasses import dataclass, replace
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Door, Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact
from kith.post.queries.link_by_token import link_by_token
from kith.post.terms import LinkPurpose

KITH_ITSELF = Viewer.system(Door.WORKER)


@dataclass(frozen=True, slots=True)
class ListingVisit:
    """A viewer limited to one organisation's listing, and the link that let them in."""

    viewer: Viewer
    link_id: UUID
    organization_id: UUID
    code_word: str


def visit_to_confirm(viewer: Viewer, *, token: str) -> ListingVisit:
    """Turn a link into a viewer of exactly one organisation's listing. Looking has no effect.

    Raises NotFound, also where the person has ended, or Expired if the link is used, closed or over.
    """
    link = link_by_token(viewer, token=token, purpose=LinkPurpose.CONFIRM_LISTING)
    if link.contact_id is None or link.about != Ref("organization", link.organization_id):
        raise NotFound
    contact = one_contact(KITH_ITSELF, link.contact_id, May.READ)
    narrow = replace(Viewer.nobody(Door.ANSWER), organization_id=link.organization_id, only=link.about)
    return ListingVisit(narrow, link.id, link.organization_id, contact.partner.code_word)
