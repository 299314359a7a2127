"""Where nobody signs in, the routine mail says what others did with an agreement."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.resume_agreement import resume_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.stated import StatedClause, Tolerance
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.models import AgreementParty, Version
from kith.partnerships.queries.life_lines import life_lines
from kith.partnerships.terms import VariationReason
from tests.factories.living import living, offered, owed, sign_offered
from tests.factories.partnerships import a_member, a_partner
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

WORKER = Viewer.system(Door.WORKER)
SIGNED = "All have signed our agreement “Living well together”. It binds from 1 January 2026."


@pytest.fixture
def promise(clinic: UUID) -> StatedClause:
    return owed(clinic, ResponsePromise(days=2), tolerance=Tolerance(days=7, by=1))


@pytest.fixture
def agreement(manager: Viewer, mosque: UUID, promise: StatedClause) -> UUID:
    """The mosque has signed by its link: nobody there signs in."""
    one = offered(manager, [mosque, a_partner(manager, "Shelter")], [promise])
    by_link = AgreementParty.objects.filter(version__agreement_id=one).exclude(
        organization_id=manager.organization_id
    )
    by_link.update(signed_at=TUESDAY, signed_how="by_link")
    sign_offered(one, manager)
    assert Version.objects.get().state == "signed"
    return one


def all_words(organization_id: UUID) -> list[str]:
    return [line.words for line in life_lines(WORKER, organization_id=organization_id)]


def words(organization_id: UUID) -> list[str]:
    """Those of what came after all had signed."""
    return [line for line in all_words(organization_id) if line != SIGNED]


def vary(viewer: Viewer, agreement_id: UUID, promise: StatedClause, days: int) -> None:
    ask_variation(
        viewer,
        agreement_id=agreement_id,
        clause_key=promise.key,
        changes={"days": days},
        reason=VariationReason.STAFF_AWAY,
        words="Two are ill.",
        first_on=TUESDAY.date(),
        last_on=TUESDAY.date() + timedelta(days=5),
    )


def test_that_all_have_signed_is_told_where_nobody_signs_in(
    agreement: UUID, manager: Viewer, mosque: UUID
) -> None:
    assert all_words(mosque) == [SIGNED]
    assert all_words(manager.organization_id or mosque) == []
    with clock.at(TUESDAY + timedelta(days=31)):
        assert all_words(mosque) == []


def test_rest_and_its_end_are_each_told_and_nobodys_words(
    agreement: UUID, manager: Viewer, mosque: UUID
) -> None:
    suspend_agreement(manager, agreement_id=agreement, reason=SuspendReason.MONEY, words="No money.")
    resume_agreement(manager, agreement_id=agreement, words="")

    assert sorted(words(mosque)) == [
        (
            "Northgate Clinic lets our agreement “Living well together” rest. "
            "Until it goes on, nothing new is told under it."
        ),
        "Our agreement “Living well together” goes on. Northgate Clinic said so.",
    ]


def test_who_leaves_is_told_to_the_others_only(agreement: UUID, manager: Viewer, mosque: UUID) -> None:
    withdraw_from_agreement(manager, agreement_id=agreement, last_on=TUESDAY.date(), words="")

    assert words(mosque) == [
        (
            "Northgate Clinic leaves our agreement “Living well together”. "
            "Its last day is 24 November 2026. The others go on."
        )
    ]
    assert words(manager.organization_id or mosque) == []


@pytest.mark.parametrize(("days", "said"), [(3, "as agreed."), (9, "Please phone us to say what you think.")])
def test_a_change_for_a_while_is_told_or_asked(
    days: int, said: str, agreement: UUID, promise: StatedClause, manager: Viewer
) -> None:
    [mosque] = AgreementParty.objects.filter(name="Al-Noor Mosque").values_list("organization_id", flat=True)
    vary(manager, agreement, promise, days)

    [line] = words(mosque)
    assert line.endswith(said)


def test_where_somebody_signs_in_and_after_30_days_there_is_no_line(
    agreement: UUID, promise: StatedClause, manager: Viewer, mosque: UUID
) -> None:
    vary(manager, agreement, promise, 3)
    with clock.at(TUESDAY + timedelta(days=31)):
        assert words(mosque) == []
    assert len(words(mosque)) == 1

    a_member(mosque, Role.COORDINATOR)

    assert words(mosque) == []


def test_what_binds_others_is_no_line(manager: Viewer, mosque: UUID) -> None:
    shelter = a_partner(manager, "Shelter")
    one = living(manager, [shelter])
    suspend_agreement(manager, agreement_id=one, reason=SuspendReason.MONEY, words="No money.")

    assert words(mosque) == []
