"""The agreements that were made at one table, and how they stand."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.policies.partnership import May as MayAtTable
from kith.partnerships.policies.partnership import one_partnership
from kith.partnerships.queries.agreements_list import AgreementLine, agreements_list


def table_agreements(viewer: Viewer, *, partnership_id: UUID) -> list[AgreementLine]:
    """Those that the viewer may read, in the order of `agreements_list`. Raises NotFound."""
    one_partnership(viewer, partnership_id, MayAtTable.READ)
    here = agreements(viewer, May.READ).filter(partnership_id=partnership_id).order_by()
    ids = set(here.values_list("pk", flat=True))
    return [line for line in agreements_list(viewer) if line.id in ids]
