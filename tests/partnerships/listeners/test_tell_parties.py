"""All parties hear what one of them did."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.core.listening import recorded
from kith.core.viewer import Viewer
from kith.partnerships.actions.answer_variation import answer_variation
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.resume_agreement import resume_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.listeners.tell_parties import tell_of_variations, tell_parties
from kith.partnerships.terms import VariationReason
from kith.post.models import OutgoingMessage
from tests.factories.living import living, owed
from tests.factories.partnerships import SYSTEM, a_partner, events_of_kind
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(mosque: UUID) -> StatedClause:
    return owed(mosque, ResponsePromise(days=2))


def told(kind: str) -> dict[UUID | None, list[str]]:
    """What each organisation reads because of the last event of this kind; delivered twice it is told once."""
    listener = tell_of_variations if "variation" in kind else tell_parties
    before = set(OutgoingMessage.objects.values_list("pk", flat=True))
    for _ in range(2):
        listener(SYSTEM, recorded(events_of_kind(f"partnerships.{kind}")[-1]))
    found: dict[UUID | None, list[str]] = {}
    for mail in OutgoingMessage.objects.exclude(pk__in=before):
        found.setdefault(mail.organization_id, []).append(mail.body)
    return found


def test_everybody_hears_that_all_have_signed(manager: Viewer, mosque: UUID, clinic: UUID) -> None:
    one = living(manager, [mosque])

    mails = told("agreement_in_force")
    assert set(mails) == {mosque, clinic}
    assert "Everybody has signed an agreement that you are part of." in mails[mosque][0]
    assert mails[mosque][0].endswith(f"/agreements/{one}/")


def test_the_others_hear_of_rest_and_of_its_end(manager: Viewer, mosque: UUID, clinic: UUID) -> None:
    one = living(manager, [mosque])
    suspend_agreement(manager, agreement_id=one, reason=SuspendReason.MONEY, words="No money.")

    mails = told("agreement_suspended")
    assert set(mails) == {mosque}
    assert "Northgate Clinic lets an agreement with you rest." in mails[mosque][0]
    assert f"/agreements/{one}/life/" in mails[mosque][0]
    assert "No money." not in str(mails)

    resume_agreement(manager, agreement_id=one, words="")
    assert set(told("agreement_resumed")) == {mosque}


def test_the_others_hear_who_leaves(manager: Viewer, mosque: UUID, clinic: UUID, coordinator: Viewer) -> None:
    shelter = a_partner(manager, "Shelter")
    one = living(manager, [mosque, shelter])
    withdraw_from_agreement(coordinator, agreement_id=one, last_on=TUESDAY.date(), words="We close.")

    assert set(told("party_leaves")) == {clinic, shelter}


def test_who_asks_hears_the_answer_and_who_is_asked_hears_the_question(
    manager: Viewer, mosque: UUID, clinic: UUID, coordinator: Viewer, promise: StatedClause
) -> None:
    one = living(manager, [mosque], [promise])
    asked = ask_variation(
        coordinator,
        agreement_id=one,
        clause_key=promise.key,
        changes={"days": 4},
        reason=VariationReason.STAFF_AWAY,
        words="Two are ill.",
        first_on=TUESDAY.date(),
        last_on=TUESDAY.date() + timedelta(days=5),
    )
    assert set(told("variation_asked")) == {clinic}

    answer_variation(manager, variation_id=asked, is_yes=True, words="")
    assert set(told("variation_agreed")) == {clinic, mosque}
