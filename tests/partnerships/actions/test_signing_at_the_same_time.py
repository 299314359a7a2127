from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection, connections

from kith.core.errors import KithError
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.check_contact_code import check_contact_code
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.models import Agreement, PartnerContact
from tests.factories.partnerships import (
    SYSTEM,
    a_contact,
    a_member,
    a_partner,
    an_organization,
    events_of_kind,
    proposed,
    sign,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite writes one after the other (IMMEDIATE); set DATABASE_URL to try this on PostgreSQL.",
    ),
]


def at_once(*works: Callable[[], object]) -> list[str]:
    """Run all at the same time; the code of each error, or an empty text."""

    def run(work: Callable[[], object]) -> str:
        try:
            work()
        except KithError as error:
            return error.code
        else:
            return ""
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def made() -> tuple[UUID, list[Viewer]]:
    manager = a_member(an_organization("Clinic"), Role.PARTNERSHIP_MANAGER)
    others = [a_partner(manager, f"Health centre {number}") for number in range(3)]
    return proposed(manager, *others), [manager, *(a_member(other, Role.COORDINATOR) for other in others)]


def test_the_last_two_signatures_at_the_same_moment_bring_it_in_force() -> None:
    agreement_id, signers = made()

    codes = at_once(*(lambda signer=signer: sign(agreement_id, signer) for signer in signers))

    assert codes == [""] * 4
    assert Agreement.objects.get(pk=agreement_id).status == "in_force"
    assert len(events_of_kind("partnerships.agreement_in_force")) == 1


def test_the_same_signature_twice_at_the_same_moment_counts_once() -> None:
    agreement_id, signers = made()

    codes = at_once(*([lambda: sign(agreement_id, signers[0])] * 4))

    assert sorted(codes) == ["", "already-signed", "already-signed", "already-signed"]
    assert len(events_of_kind("partnerships.agreement_signed")) == 1


def test_wrong_codes_at_the_same_moment_are_all_counted() -> None:
    manager = a_member(an_organization("Clinic"), Role.PARTNERSHIP_MANAGER)
    contact_id = a_contact(manager, a_partner(manager, "Mosque"))
    set_contact_code(SYSTEM, contact_id=contact_id, code="seven figs")

    codes = at_once(*([lambda: check_contact_code(manager, contact_id=contact_id, code="wrong one")] * 8))

    assert sorted(codes) == [""] * 5 + ["too-many-code-tries"] * 3
    assert PartnerContact.objects.get(pk=contact_id).code_tries == 5
