"""Who signs for each organisation of the town, and all of them signing."""

from collections.abc import Iterable
from uuid import UUID

from kith.cli.demo_town.town import Town
from kith.core.viewer import Viewer
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.queries.agreement_page import agreement_page


def signer_at(town: Town, key: str) -> Viewer:
    """Who signs there: at the host its manager, elsewhere the person we know."""
    return town.staff("partnerships" if key == "clinic" else f"contact:{key}", key)


def sign_for_all(town: Town, agreement_id: UUID, keys: Iterable[str]) -> None:
    """Each party signs the words on the table."""
    for key in keys:
        signer = signer_at(town, key)
        name, role_title = town.signers[key]
        sign_agreement(
            signer,
            agreement_id=agreement_id,
            seen_digest=agreement_page(signer, agreement_id=agreement_id).digest,
            name=name,
            role_title=role_title,
        )
