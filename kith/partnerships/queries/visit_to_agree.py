"""Who comes in by the link to an agreement: to answer a proposal, or to look at a paper."""

from dataclasses import dataclass, replace
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Door, Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact
from kith.partnerships.speaking import Speaker
from kith.post.queries.link_by_token import link_by_token
from kith.post.terms import LinkPurpose

KITH_ITSELF = Viewer.system(Door.WORKER)
ABOUT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVisit:
    """A viewer limited to one agreement, for one organisation, and whose link let them in."""

    viewer: Viewer
    link_id: UUID
    agreement_id: UUID
    speaker: Speaker
    contact_id: UUID
    contact_name: str
    phone_ending: str
    organization_name: str
    code_word: str


def visit_to_agree(viewer: Viewer, *, token: str, purpose: LinkPurpose) -> AgreementVisit:
    """Turn a link into a viewer of exactly one agreement. Looking has no effect.

    Raises NotFound, also where the person has ended, or Expired if the link is used, closed or over.
    """
    link = link_by_token(viewer, token=token, purpose=purpose)
    if link.contact_id is None or link.about.kind != ABOUT:
        raise NotFound
    contact = one_contact(KITH_ITSELF, link.contact_id, May.READ)
    digits = [sign for sign in contact.phone if sign.isdigit()]
    names = organization_names(viewer, organization_ids=[link.organization_id])
    return AgreementVisit(
        viewer=replace(
            Viewer.nobody(Door.ANSWER),
            organization_id=link.organization_id,
            only=Ref(ABOUT, link.about.id),
        ),
        link_id=link.id,
        agreement_id=link.about.id,
        speaker=Speaker(organization_id=link.organization_id, contact_id=contact.pk),
        contact_id=contact.pk,
        contact_name=contact.name,
        phone_ending="".join(digits[-2:]),
        organization_name=names.get(link.organization_id, ""),
        code_word=contact.partner.code_word,
    )
