"""A list of codes holds a code, or does not; SQLite and PostgreSQL agree. Run on both."""

from uuid import UUID

import pytest
from django.db.models import Q

from kith.core.policies.holds import holds
from kith.core.viewer import Role, Viewer
from kith.partnerships.models import Seat
from kith.partnerships.policies.partnership import leads
from tests.factories.partnerships import a_member, a_partner, an_organization, make_host
from tests.factories.tables import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def seat() -> Seat:
    manager: Viewer = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    mosque: UUID = a_partner(manager, "Al-Noor Mosque")
    a_table(manager, mosque)
    return Seat.objects.get(organization_id=mosque)


@pytest.mark.parametrize(
    ("roles", "is_held"),
    [
        (["lead"], True),
        (["receiver", "lead"], True),
        (["lead", "receiver"], True),
        ([], False),
        (["LEAD"], False),
        (["leader"], False),
        (["mis", "lead_on"], False),
        (['a "lead" b'], False),
        ([["lead"]], False),
        (["l%d", "l_ad"], False),
    ],
)
def test_only_exactly_this_code_in_the_list_counts(seat: Seat, roles: list[object], is_held: bool) -> None:
    seat.roles = roles
    seat.save()

    held = Seat.objects.filter(holds("roles", "lead"), pk=seat.pk).exists()

    assert held is is_held
    assert Seat.objects.filter(~Q(holds("roles", "lead")), pk=seat.pk).exists() is not is_held


@pytest.mark.parametrize("code", ["' OR 1=1 --", '"', "%", "]"])
def test_a_code_is_never_part_of_the_question(seat: Seat, code: str) -> None:
    assert not Seat.objects.filter(holds("roles", code), pk=seat.pk).exists()
    seat.roles = [code]
    seat.save()
    assert Seat.objects.filter(holds("roles", code), pk=seat.pk).exists()


@pytest.mark.parametrize(
    ("roles", "is_leading"), [(["lead"], True), (["convener"], True), (["referrer", "funder"], False)]
)
def test_leading_seats_are_found_through_another_row_too(
    seat: Seat, roles: list[str], is_leading: bool
) -> None:
    seat.roles = roles
    seat.save()

    assert Seat.objects.filter(leads(), pk=seat.pk).exists() is is_leading
