"""Who comes in by the link to say what they would like to agree on."""

from dataclasses import dataclass, replace
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Door, Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact
from kith.post.queries.link_by_token import link_by_token
from kith.post.terms import LinkPurpose

KITH_ITSELF = Viewer.system(Door.WORKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalVisit:
    """A viewer who may propose for one organisation by this one link, and to whom."""

    viewer: Viewer
    link_id: UUID
    host_id: UUID
    host_name: str
    organization_name: str
    contact_name: str
    code_word: str


def visit_to_propose(viewer: Viewer, *, token: str) -> ProposalVisit:
    """Turn a link into a viewer who may propose. Looking has no effect.

    Raises NotFound, also where the person has ended, or Expired if the link is used, closed or over.
    """
    link = link_by_token(viewer, token=token, purpose=LinkPurpose.PROPOSE_AGREEMENT)
    if link.contact_id is None:
        raise NotFound
    contact = one_contact(KITH_ITSELF, link.contact_id, May.READ)
    host_id = contact.partner.welcomed_by_id
    if host_id is None or link.about != contact.partner.ref:
        raise NotFound
    names = organization_names(viewer, organization_ids=[link.organization_id, host_id])
    return ProposalVisit(
        viewer=replace(
            Viewer.nobody(Door.ANSWER), organization_id=link.organization_id, only=Ref("link", link.id)
        ),
        link_id=link.id,
        host_id=host_id,
        host_name=names.get(host_id, ""),
        organization_name=names.get(link.organization_id, ""),
        contact_name=contact.name,
        code_word=contact.partner.code_word,
    )
