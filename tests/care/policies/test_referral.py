"""Who may do what with a referral: the whole truth table, written apart from the policy."""

from dataclasses import replace
from uuid import UUID

import pytest

from kith.care.policies.referral import May, referrals
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from tests.factories.care import CareTown, a_draft, a_name_told, an_ask
from tests.factories.partnerships import SYSTEM, a_member, an_organization

pytestmark = pytest.mark.django_db

SENDER = {"read", "prepare", "answer", "choose", "report", "speak", "close", "withdraw", "hand_over"}
RECEIVER = {"read", "read_as_receiver", "answer", "report"}
OWN = {"read", "choose", "speak", "withdraw"}
SYSTEM_MAY = {"read", "read_as_receiver", "withdraw", "tend"}
TABLE: dict[str, set[str]] = {
    "navigator": SENDER,
    "clinician": SENDER,
    "the owner": SENDER | {"give_code"},
    "partnership_manager": set(),
    "curator": set(),
    "evaluator": set(),
    "privacy_officer": set(),
    "admin": set(),
    "navigator elsewhere": set(),
    "receiver coordinator": RECEIVER,
    "receiver navigator": RECEIVER,
    "receiver clinician": RECEIVER,
    "receiver admin": set(),
    "receiver evaluator": set(),
    "the person": OWN,
    "another person": set(),
    "the person at another door": set(),
    "the link": RECEIVER,
    "another link": set(),
    "a link of another kind": set(),
    "nobody": set(),
    "system": SYSTEM_MAY,
}


def seats(care: CareTown, referral_id: UUID) -> dict[str, Viewer]:
    home, away = care.town.holder_id, care.town.recipient_id
    elsewhere = an_organization("Elsewhere")
    return {
        **{role.value: a_member(home, role) for role in Role if role is not Role.COORDINATOR},
        "the owner": care.navigator,
        "navigator elsewhere": a_member(elsewhere, Role.NAVIGATOR),
        "receiver coordinator": a_member(away, Role.COORDINATOR),
        "receiver navigator": a_member(away, Role.NAVIGATOR),
        "receiver clinician": a_member(away, Role.CLINICIAN),
        "receiver admin": a_member(away, Role.ADMIN),
        "receiver evaluator": a_member(away, Role.EVALUATOR),
        "the person": care.person,
        "another person": replace(care.person, person_id=uuid7()),
        "the person at another door": replace(care.person, door=Door.PUBLIC),
        "the link": care.by_link(referral_id),
        "another link": care.by_link(uuid7()),
        "a link of another kind": replace(care.by_link(referral_id), only=Ref("person", referral_id)),
        "nobody": Viewer.nobody(Door.PUBLIC),
        "system": SYSTEM,
    }


def allowed(viewer: Viewer, referral_id: UUID) -> set[str]:
    return {may.value for may in May if referrals(viewer, may).filter(pk=referral_id).exists()}


@pytest.mark.parametrize("bring", [an_ask, a_name_told])
def test_the_truth_table_of_an_asked_referral(care: CareTown, bring: object) -> None:
    assert callable(bring)
    referral_id = bring(care)

    found = {seat: allowed(viewer, referral_id) for seat, viewer in seats(care, referral_id).items()}

    assert found == TABLE


def test_a_draft_is_unknown_to_the_partner(care: CareTown) -> None:
    referral_id = a_draft(care)

    found = {seat: allowed(viewer, referral_id) for seat, viewer in seats(care, referral_id).items()}

    for seat in ("receiver coordinator", "receiver navigator", "receiver clinician", "the link"):
        assert found[seat] == set()
    assert found["navigator"] == SENDER


def test_missing_parts_of_a_viewer_mean_no(care: CareTown) -> None:
    referral_id = an_ask(care)
    navigator, link = care.navigator, care.by_link(referral_id)

    for viewer in (
        replace(navigator, roles=frozenset()),
        replace(navigator, organization_id=None),
        replace(link, only=None),
        replace(link, organization_id=None),
        replace(link, door=Door.PUBLIC),
        replace(care.person, person_id=None),
    ):
        assert allowed(viewer, referral_id) == set()
