"""Who came by a link may read, sign, answer and counter exactly the one agreement, for one organisation."""

from dataclasses import replace
from uuid import UUID

import pytest

from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Viewer
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Wording
from tests.factories.partnerships import START, an_organization, in_force, proposed

pytestmark = pytest.mark.django_db

BY_LINK = {May.READ, May.CHANGE, May.SIGN}


def came_by(organization_id: UUID, only: Ref, door: Door = Door.ANSWER) -> Viewer:
    return replace(Viewer.nobody(door), organization_id=organization_id, only=only)


def may(viewer: Viewer, agreement_id: UUID) -> set[May]:
    return {one for one in May if agreements(viewer, one).filter(pk=agreement_id).exists()}


def test_the_link_to_an_agreement_opens_that_one_for_that_party(
    manager: Viewer, mosque: UUID, clinic: UUID
) -> None:
    asked, other = proposed(manager, mosque), in_force(manager, mosque)
    bystander = an_organization("Harbour Legal Aid")
    rows = [
        (came_by(mosque, Ref("agreement", asked)), asked, BY_LINK),
        (came_by(mosque, Ref("agreement", asked)), other, set()),
        (came_by(clinic, Ref("agreement", asked)), asked, BY_LINK),
        (came_by(bystander, Ref("agreement", asked)), asked, set()),
        (came_by(mosque, Ref("agreement", asked), Door.PUBLIC), asked, set()),
        (came_by(mosque, Ref("referral", asked)), asked, {May.ROUTE}),
        (came_by(mosque, Ref("contact", asked)), other, {May.ROUTE}),
        (came_by(mosque, Ref("link", uuid7())), asked, set()),
        (came_by(mosque, Ref("link", uuid7())), other, set()),
    ]

    for viewer, agreement_id, allowed in rows:
        assert may(viewer, agreement_id) == allowed, viewer.only


def test_a_draft_of_the_others_is_not_opened_by_any_link(manager: Viewer, mosque: UUID, clinic: UUID) -> None:
    draft = draft_agreement(
        manager,
        wording=Wording(
            title="Answering each other",
            purpose="People get an answer.",
            parties=(Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER)),
            clauses=(),
            starts_on=START,
            review_on=None,
            ends_on=None,
        ),
    )

    assert may(came_by(mosque, Ref("agreement", draft)), draft) == set()
    assert may(came_by(mosque, Ref("link", draft)), draft) == set()
    assert may(came_by(clinic, Ref("link", uuid7())), draft) == {May.CHANGE}
