from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.errors import AlreadySigned, NameMissing, StaleVersion
from kith.partnerships.models import Agreement, AgreementParty
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.terms import SignedHow, Standing
from tests.factories.partnerships import a_member, a_partner, events_of_kind, in_force, proposed, sign

pytestmark = pytest.mark.django_db


def test_the_last_signature_brings_the_agreement_in_force(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    agreement_id = proposed(manager, mosque)

    sign(agreement_id, manager)
    first = agreement_page(coordinator, agreement_id=agreement_id)
    sign(agreement_id, coordinator)
    last = agreement_page(coordinator, agreement_id=agreement_id)

    assert (first.standing, last.standing) == (Standing.WAITS_FOR_US, Standing.BINDS)
    assert len(events_of_kind("partnerships.agreement_in_force")) == 1


def test_seven_parties_with_unlike_roles_must_all_sign(manager: Viewer) -> None:
    others = [a_partner(manager, f"Health centre {number}") for number in range(6)]
    agreement_id = proposed(manager, *others, promises=dict.fromkeys(others, 2))
    signers = [manager, *(a_member(other, Role.ADMIN) for other in others)]

    for count, signer in enumerate(signers):
        assert Agreement.objects.get(pk=agreement_id).status == "proposed", count
        sign(agreement_id, signer)

    assert Agreement.objects.get(pk=agreement_id).status == "in_force"
    assert len(agreement_page(manager, agreement_id=agreement_id).parties) == 7


def seen(viewer: Viewer, agreement_id: UUID) -> str:
    """The fingerprint on the page that the viewer read."""
    return agreement_page(viewer, agreement_id=agreement_id).digest


def test_a_signature_keeps_who_signed_which_words_and_how(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)

    sign_agreement(
        manager,
        agreement_id=agreement_id,
        seen_digest=seen(manager, agreement_id),
        name=" Jo Adeyemi ",
        role_title="Director",
    )

    page = agreement_page(manager, agreement_id=agreement_id)
    ours = next(party for party in page.parties if party.is_ours)
    assert (ours.signer_name, ours.signer_role, ours.signed_how) == (
        "Jo Adeyemi",
        "Director",
        SignedHow.ON_SCREEN,
    )
    payload = events_of_kind("partnerships.agreement_signed")[0].payload
    assert payload == {"digest": page.digest, "how": "on_screen"}


def test_a_party_signs_for_itself_only(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    agreement_id = proposed(manager, mosque)

    sign(agreement_id, coordinator)

    signed = {p.is_ours: p.signed_at for p in agreement_page(manager, agreement_id=agreement_id).parties}
    assert signed[True] is None
    assert signed[False] is not None


def test_signing_twice_has_one_effect(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    sign(agreement_id, manager)

    with pytest.raises(AlreadySigned):
        sign(agreement_id, manager)

    assert len(events_of_kind("partnerships.agreement_signed")) == 1


def test_a_second_coordinator_cannot_sign_the_same_part_again(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    agreement_id = in_force(manager, mosque)

    with pytest.raises(AlreadySigned):
        sign(agreement_id, coordinator)


def test_who_takes_no_part_does_not_find_it(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    agreement_id = proposed(manager, mosque)

    with pytest.raises(NotFound):
        sign(agreement_id, stranger)


def test_a_navigator_reads_but_does_not_sign(manager: Viewer, mosque: UUID, navigator: Viewer) -> None:
    agreement_id = proposed(manager, mosque)

    with pytest.raises(Denied):
        sign(agreement_id, navigator)


def test_a_proposal_that_was_taken_back_is_not_signed(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    agreement_id = proposed(manager, mosque)
    end_agreement(manager, agreement_id=agreement_id)

    with pytest.raises(StatusConflict):
        sign(agreement_id, coordinator)


@pytest.mark.parametrize(("name", "role_title"), [("", "Director"), ("  ", "Director"), ("Jo", "")])
def test_a_signature_has_a_name_and_a_role(manager: Viewer, mosque: UUID, name: str, role_title: str) -> None:
    agreement_id = proposed(manager, mosque)

    with pytest.raises(NameMissing):
        sign_agreement(
            manager,
            agreement_id=agreement_id,
            seen_digest=seen(manager, agreement_id),
            name=name,
            role_title=role_title,
        )


def test_the_signers_name_is_sealed_in_the_row(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    sign(agreement_id, manager)

    stored = AgreementParty.objects.filter(version__agreement_id=agreement_id).values_list(
        "signer_name", flat=True
    )

    assert all("Adeyemi" not in str(name) for name in stored)


def test_words_that_were_not_seen_are_not_signed(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)

    with pytest.raises(StaleVersion):
        sign_agreement(
            manager, agreement_id=agreement_id, seen_digest="0" * 64, name="Jo", role_title="Director"
        )

    assert not AgreementParty.objects.filter(signed_at__isnull=False).exists()
