"""All that an organisation holds of its partnerships, to take away with it (promise 20)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core.errors import Denied
from kith.core.events import record
from kith.core.files import read_file
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.import_events import PartnershipsExported
from kith.partnerships.models import AgreementParty, Clause, PartnerContact, Version
from kith.partnerships.policies.agreement import May as MayAgree
from kith.partnerships.policies.agreement import agreements
from kith.partnerships.policies.clauses import clauses, papers, parties
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.policies.version import versions
from kith.partnerships.stored import stated

EXPORTERS = (Role.PARTNERSHIP_MANAGER, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class OwnedContact:
    """One person at a partner, as the viewer may see them; empty words where nobody is named there."""

    organization: str
    code_word: str
    name: str
    role_title: str
    email: str
    phone: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedVersion:
    """One wording: its text, its clauses as JSON, who signed it when, and its papers' digests and bytes."""

    agreement_id: UUID
    agreement_kind: str
    status: str
    number: int
    state: str
    title: str
    starts_on: date
    review_on: date | None
    ends_on: date | None
    text: str
    digest: str
    clauses: str
    signatures: tuple[tuple[str, str, str, datetime | None], ...]
    papers: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Owned:
    """People at partners by organisation, and wordings by agreement and number."""

    organization_id: UUID
    contacts: tuple[OwnedContact, ...]
    versions: tuple[OwnedVersion, ...]


def owned(viewer: Viewer) -> Owned:
    """What the viewer's organisation may read, all of it; taking it away is an event. Raises Denied."""
    if viewer.organization_id is None or not viewer.has(*EXPORTERS):
        raise Denied
    found = Owned(viewer.organization_id, _contacts(viewer), _versions(viewer))
    record(
        viewer,
        PartnershipsExported(
            subject=Ref("organization", viewer.organization_id),
            organization_id=viewer.organization_id,
            contacts=sum(bool(one.name) for one in found.contacts),
            versions=len(found.versions),
        ),
    )
    return found


def _contacts(viewer: Viewer) -> tuple[OwnedContact, ...]:
    rows = list(partners(viewer, May.READ))
    names = organization_names(viewer, organization_ids=[row.organization_id for row in rows])
    people: dict[UUID, list[PartnerContact | None]] = {}
    for person in contacts(viewer, May.READ):
        people.setdefault(person.partner_id, []).append(person)
    return tuple(
        _contact(names.get(row.organization_id, ""), row.code_word, one)
        for row in rows
        for one in people.get(row.pk) or [None]
    )


def _contact(organization: str, code_word: str, person: PartnerContact | None) -> OwnedContact:
    if person is None:
        return OwnedContact(organization, code_word, "", "", "", "", "")
    return OwnedContact(
        organization,
        code_word,
        person.name,
        person.role_title,
        person.email,
        person.phone,
        person.language,
    )


def _versions(viewer: Viewer) -> tuple[OwnedVersion, ...]:
    kinds = dict(agreements(viewer, MayAgree.READ).values_list("pk", "kind"))
    statuses = dict(agreements(viewer, MayAgree.READ).values_list("pk", "status"))
    rows = versions(viewer, MayAgree.READ).order_by("agreement_id", "number")
    return tuple(
        _version(viewer, row, kinds.get(row.agreement_id, ""), statuses.get(row.agreement_id, ""))
        for row in rows
    )


def _version(viewer: Viewer, row: Version, kind: str, status: str) -> OwnedVersion:
    sides: list[AgreementParty] = list(parties(viewer, [row.pk], MayAgree.READ))
    return OwnedVersion(
        agreement_id=row.agreement_id,
        agreement_kind=kind,
        status=status,
        number=row.number,
        state=row.state,
        title=row.title,
        starts_on=row.starts_on,
        review_on=row.review_on,
        ends_on=row.ends_on,
        text=row.text,
        digest=row.text_digest,
        clauses=_as_json(clauses(viewer, [row.pk], MayAgree.READ)),
        signatures=tuple((side.name, side.signer_name, side.signer_role, side.signed_at) for side in sides),
        papers=tuple((paper.content_type, read_file(paper.file_id)) for paper in papers(viewer, [row.pk])),
    )


def _as_json(rows: Iterable[Clause]) -> str:
    return json.dumps([stated(row).plain for row in rows], ensure_ascii=False, indent=1)
