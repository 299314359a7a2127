"""The draft that the viewer's organisation writes, as its writer sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.offered_services import offered_services
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.clauses import clauses, parties
from kith.partnerships.policies.draft import one_draft
from kith.partnerships.stored import wording_of
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.views_of import ClauseLine
from kith.partnerships.wording import Wording, digest_of
from kith.partnerships.wording_parts import words_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    """A whole draft. `services` are those of each party, as name by id; the digests are of what is shown."""

    agreement_id: UUID
    number: int
    based_on: int | None
    wording: Wording
    digest: str
    words_digest: str
    names: Mapping[UUID, str]
    services: Mapping[UUID, Mapping[UUID, str]]
    clauses: tuple[ClauseLine, ...]


def draft_page(viewer: Viewer, *, agreement_id: UUID) -> DraftPage:
    """The draft, its clauses in their order. Raises NotFound, Denied, or StatusConflict if there is none."""
    version = one_draft(viewer, agreement_id)
    sides = list(parties(viewer, [version.pk], May.READ))
    wording = wording_of(version, sides, clauses(viewer, [version.pk], May.READ))
    names = {side.organization_id: side.name for side in sides}
    services = offered_services(viewer, organization_ids=list(names))
    called = Names(names, {key: name for offered in services.values() for key, name in offered.items()})
    return DraftPage(
        agreement_id=agreement_id,
        number=version.number,
        based_on=version.based_on,
        wording=wording,
        digest=digest_of(wording),
        words_digest=words_digest(wording),
        names=names,
        services=services,
        clauses=tuple(
            ClauseLine(c.key, c.kind, tuple(clause_lines(c, called)), c.digest) for c in wording.clauses
        ),
    )
