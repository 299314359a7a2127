"""Drafting, changing, proposing and ending."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest

from kith.consent.terms import ASK_KINDS, NAME_KINDS
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.ids import uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.errors import BadDates, BadWording, PromiseWithoutParty
from kith.partnerships.models import Agreement, Version
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.terms import PartyRole, Standing
from kith.partnerships.wording import Party, Promise, Wording, digest_of, plain_clauses
from tests.factories.partnerships import (
    START,
    SYSTEM,
    a_member,
    a_partner,
    events_of_kind,
    in_force,
    proposed,
    sign,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wording(manager: Viewer, mosque: UUID) -> Wording:
    assert manager.organization_id is not None
    return Wording(
        title="First words",
        purpose="An answer for everyone who asks.",
        parties=(Party(manager.organization_id, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER)),
        clauses=plain_clauses([Promise(mosque, 2)], ASK_KINDS),
        starts_on=START,
        review_on=None,
        ends_on=None,
    )


def test_a_draft_is_words_and_clauses_as_they_were_given(manager: Viewer, wording: Wording) -> None:
    agreement_id = draft_agreement(manager, wording=wording)

    page = agreement_page(manager, agreement_id=agreement_id)
    assert (page.title, page.standing, page.digest) == ("First words", Standing.DRAFT, "")
    assert [(p.organization_id, p.role) for p in page.parties] == [
        (p.organization_id, p.role) for p in wording.parties
    ]
    assert [p.days for p in page.promises] == [2]
    assert set(page.scope) == ASK_KINDS
    assert (page.may_change, page.may_sign, page.may_end) == (True, False, True)


def test_a_changed_draft_keeps_nothing_of_the_old_words(
    manager: Viewer, mosque: UUID, wording: Wording
) -> None:
    agreement_id = draft_agreement(manager, wording=wording)
    shelter = a_partner(manager, "Shelter")
    newer = replace(
        wording,
        title="Second words",
        parties=(*wording.parties, Party(shelter, PartyRole.CONSULTANT)),
        clauses=plain_clauses([Promise(shelter, 5)], ASK_KINDS | NAME_KINDS),
    )

    change_draft(manager, agreement_id=agreement_id, wording=newer)

    page = agreement_page(manager, agreement_id=agreement_id)
    assert (page.title, len(page.parties)) == ("Second words", 3)
    assert [(p.organization_id, p.days) for p in page.promises] == [(shelter, 5)]
    assert set(page.scope) == ASK_KINDS | NAME_KINDS


@pytest.mark.parametrize("stage", ["proposed", "in_force", "ended"])
def test_words_do_not_change_after_the_proposal(
    stage: str, manager: Viewer, mosque: UUID, wording: Wording
) -> None:
    agreement_id = in_force(manager, mosque) if stage == "in_force" else proposed(manager, mosque)
    if stage == "ended":
        end_agreement(manager, agreement_id=agreement_id)
    before = agreement_page(manager, agreement_id=agreement_id).digest

    with pytest.raises(StatusConflict):
        change_draft(manager, agreement_id=agreement_id, wording=wording)

    assert agreement_page(manager, agreement_id=agreement_id).digest == before


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        ({"title": ""}, BadWording),
        ({"clauses": plain_clauses([Promise(UUID(int=1), 2)], ASK_KINDS)}, PromiseWithoutParty),
        ({"ends_on": date(2025, 1, 1)}, BadDates),
    ],
)
def test_a_wording_that_cannot_be_kept_is_not_kept(
    spoil: dict[str, object], error: type[Exception], manager: Viewer, wording: Wording
) -> None:
    spoilt = replace(wording, **spoil)  # type: ignore[arg-type]

    with pytest.raises(error):
        draft_agreement(manager, wording=spoilt)

    assert not Agreement.objects.exists()


def test_a_party_must_be_in_the_directory(manager: Viewer, wording: Wording) -> None:
    unknown = replace(wording, parties=(wording.parties[0], Party(uuid7(), PartyRole.RECEIVER)), clauses=())

    with pytest.raises(NotFound):
        draft_agreement(manager, wording=unknown)


def test_nobody_writes_an_agreement_for_others(
    stranger: Viewer, navigator: Viewer, coordinator: Viewer, wording: Wording
) -> None:
    for viewer in (stranger, navigator, coordinator, SYSTEM, Viewer.nobody(Door.PUBLIC)):
        with pytest.raises(Denied):
            draft_agreement(viewer, wording=wording)


def test_a_change_cannot_write_oneself_out(manager: Viewer, mosque: UUID, wording: Wording) -> None:
    agreement_id = draft_agreement(manager, wording=wording)
    shelter = a_partner(manager, "Shelter")
    without_us = replace(
        wording,
        parties=(Party(mosque, PartyRole.LEAD), Party(shelter, PartyRole.RECEIVER)),
        clauses=(),
    )

    with pytest.raises(Denied):
        change_draft(manager, agreement_id=agreement_id, wording=without_us)


def test_a_draft_is_proposed_once(manager: Viewer, mosque: UUID, wording: Wording) -> None:
    agreement_id = draft_agreement(manager, wording=wording)
    propose_draft(manager, agreement_id=agreement_id)

    with pytest.raises(StatusConflict):
        propose_draft(manager, agreement_id=agreement_id)

    [event] = events_of_kind("partnerships.agreement_proposed")
    page = agreement_page(manager, agreement_id=agreement_id)
    version = Version.objects.get(agreement_id=agreement_id)
    assert event.payload["digest"] == page.digest == sha256(version.text.encode()).hexdigest()
    assert digest_of(wording) in version.text
    assert str(mosque) in event.payload["parties"]


def test_the_other_party_cannot_propose_or_change_a_draft_it_cannot_see(
    manager: Viewer, mosque: UUID, wording: Wording
) -> None:
    agreement_id = draft_agreement(manager, wording=wording)
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)

    with pytest.raises(NotFound):
        propose_draft(theirs, agreement_id=agreement_id)
    with pytest.raises(NotFound):
        change_draft(theirs, agreement_id=agreement_id, wording=wording)


def test_nothing_comes_in_force_while_a_signature_is_missing(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    sign(agreement_id, manager)

    with pytest.raises(StatusConflict):
        bring_in_force(manager, agreement_id=agreement_id)


def test_any_party_can_end_it_and_only_once(manager: Viewer, mosque: UUID) -> None:
    agreement_id = in_force(manager, mosque)
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)
    end_agreement(theirs, agreement_id=agreement_id)

    with pytest.raises(StatusConflict):
        end_agreement(manager, agreement_id=agreement_id)

    [event] = events_of_kind("partnerships.agreement_ended")
    assert (event.payload, event.organization_id) == ({"was": "in_force"}, mosque)
    assert agreement_page(manager, agreement_id=agreement_id).standing is Standing.ENDED


def test_a_coordinator_signs_but_does_not_end(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    agreement_id = proposed(manager, mosque)

    with pytest.raises(Denied):
        end_agreement(coordinator, agreement_id=agreement_id)
