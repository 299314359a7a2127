"""The same words for another time."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from kith.core.errors import Denied, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.renew_agreement import renew_agreement
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.meeting import MeetingCadence
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.clauses.stated import Tolerance
from kith.partnerships.errors import NameMissing
from kith.partnerships.life_errors import BadRenewal, OtherWordsOffered
from kith.partnerships.models import AgreementParty, Clause, Variation, Version
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.route import route
from kith.partnerships.terms import Standing, VariationReason
from tests.factories.living import living, offered, owed, sign_offered
from tests.factories.partnerships import a_member, a_partner
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

LAST = date(2026, 12, 31)
NEXT = date(2027, 12, 31)
REVIEW = date(2027, 6, 1)


def renew(
    viewer: Viewer,
    agreement_id: UUID,
    *,
    review_on: date | None = REVIEW,
    ends_on: date | None = NEXT,
    name: str = "Mara Lind",
) -> None:
    renew_agreement(
        viewer,
        agreement_id=agreement_id,
        review_on=review_on,
        ends_on=ends_on,
        name=name,
        role_title="Director",
    )


def words(agreement_id: UUID) -> list[tuple[int, str]]:
    rows = Version.objects.filter(agreement_id=agreement_id).order_by("number")
    return list(rows.values_list("number", "state"))


def test_a_renewal_is_offered_and_signed_by_us_and_binds_once_all_have_signed(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    promise = owed(mosque, ResponsePromise(days=2))
    agreement_id = living(manager, [mosque], [promise], ends_on=LAST)

    renew(manager, agreement_id)
    assert words(agreement_id) == [(1, "signed"), (2, "offered")]
    signed = AgreementParty.objects.filter(version__number=2, signed_at__isnull=False)
    assert [(party.organization_id, party.signer_name) for party in signed] == [
        (manager.organization_id, "Mara Lind")
    ]
    assert agreement_page(manager, agreement_id=agreement_id).ends_on == LAST

    sign_offered(agreement_id, coordinator)
    page = agreement_page(manager, agreement_id=agreement_id)
    assert words(agreement_id) == [(1, "replaced"), (2, "signed")]
    assert (page.starts_on, page.review_on, page.ends_on) == (date(2026, 1, 1), REVIEW, NEXT)
    keys = [set(Clause.objects.filter(version__number=n).values_list("key", "digest")) for n in (1, 2)]
    assert keys[0] == keys[1]


def test_what_has_run_out_binds_again_from_the_day_of_its_renewal(
    manager: Viewer, clinic: UUID, mosque: UUID, coordinator: Viewer
) -> None:
    agreement_id = living(manager, [mosque], ends_on=TUESDAY.date() - timedelta(days=9))
    assert agreement_page(manager, agreement_id=agreement_id).standing is Standing.RAN_OUT
    assert route(manager, sender_id=clinic, receiver_id=mosque).agreement_id is None

    renew(manager, agreement_id)
    sign_offered(agreement_id, coordinator)

    page = agreement_page(manager, agreement_id=agreement_id)
    assert (page.standing, page.starts_on) == (Standing.BINDS, TUESDAY.date())
    assert route(manager, sender_id=clinic, receiver_id=mosque).agreement_id == agreement_id


def test_whoever_leaves_is_in_no_renewal_nor_what_it_owed(
    manager: Viewer, clinic: UUID, mosque: UUID, coordinator: Viewer
) -> None:
    shelter = a_partner(manager, "Shelter")
    clauses = [
        owed(mosque, ResponsePromise(days=2)),
        owed(shelter, ResponsePromise(days=3)),
        owed(mosque, ReferralRoute(accepts_from=(clinic, shelter), then=(shelter,))),
        owed(clinic, ReferralRoute(accepts_from=(shelter,))),
        owed(None, MeetingCadence(every_weeks=4, minutes=30, escalation=(shelter, clinic))),
    ]
    agreement_id = living(manager, [mosque, shelter], clauses, ends_on=LAST)
    leaver = a_member(shelter, Role.COORDINATOR)
    withdraw_from_agreement(leaver, agreement_id=agreement_id, last_on=TUESDAY.date(), words="")

    renew(manager, agreement_id)
    sign_offered(agreement_id, coordinator)

    kept = Clause.objects.filter(version__number=2).order_by("place")
    assert str(shelter) not in str([(c.organization_id, c.terms) for c in kept])
    assert [c.kind for c in kept] == ["response_promise", "referral_route", "meeting_cadence", "data_scope"]
    assert len(AgreementParty.objects.filter(version__number=2)) == 2


@pytest.mark.parametrize(
    ("review_on", "ends_on", "field"),
    [
        (None, LAST, "ends_on"),
        (None, TUESDAY.date(), "ends_on"),
        (TUESDAY.date(), NEXT, "review_on"),
    ],
)
def test_a_renewal_has_other_dates_that_lie_ahead(
    review_on: date | None, ends_on: date | None, field: str, manager: Viewer, mosque: UUID
) -> None:
    agreement_id = living(manager, [mosque], ends_on=LAST)

    with pytest.raises(BadRenewal) as error:
        renew(manager, agreement_id, review_on=review_on, ends_on=ends_on)
    assert error.value.field == field


def test_other_words_on_the_table_come_first(manager: Viewer, mosque: UUID) -> None:
    agreement_id = living(manager, [mosque], ends_on=LAST)
    renew(manager, agreement_id)

    with pytest.raises(OtherWordsOffered):
        renew(manager, agreement_id, ends_on=date(2028, 1, 1))


def test_a_manager_with_a_name_renews_what_lives(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    agreement_id, asked = living(manager, [mosque], ends_on=LAST), offered(manager, [mosque])
    for viewer, one in [(coordinator, agreement_id), (manager, asked)]:
        with pytest.raises(Denied):
            renew(viewer, one)
    with pytest.raises(NameMissing):
        renew(manager, agreement_id, name=" ")
    assert words(agreement_id) == [(1, "signed")]
    end_agreement(manager, agreement_id=agreement_id)
    with pytest.raises(StatusConflict):
        renew(manager, agreement_id)


def test_a_change_for_a_while_goes_on_through_a_renewal(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    promise = owed(mosque, ResponsePromise(days=2), tolerance=Tolerance(days=30, by=2))
    agreement_id = living(manager, [mosque], [promise], ends_on=LAST)
    ask_variation(
        coordinator,
        agreement_id=agreement_id,
        clause_key=promise.key,
        changes={"days": 4},
        reason=VariationReason.STAFF_AWAY,
        words="Two are ill.",
        first_on=TUESDAY.date(),
        last_on=TUESDAY.date() + timedelta(days=5),
    )
    renew(manager, agreement_id)
    sign_offered(agreement_id, coordinator)

    assert Variation.objects.get().status == "agreed"
    assert route(manager, sender_id=manager.organization_id or mosque, receiver_id=mosque).promise_days == 4
