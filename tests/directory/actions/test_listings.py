"""Listing organisations and services by hand, confirming them, and what rooms above say of them."""

import pytest

from kith.core.errors import BadInput, Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.add_service import add_service
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.rebuild_search_index import rebuild_search_index
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.expected_wait import AnsweredIn
from kith.directory.models import Address, Language, Organization, Service, ServiceSignal
from kith.directory.queries.find_services import find_services
from kith.directory.records import ServiceDetails
from kith.directory.terms import ConfirmedHow, OrganizationKind, SignalTier, Topic
from tests.factories.core import staff
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_host,
    a_place,
    a_service,
    an_organization,
    at,
    coordinator_of,
    curator,
)

pytestmark = pytest.mark.django_db


def test_an_organisation_is_listed_with_its_kind() -> None:
    organization_id = add_organization(
        SYSTEM, name="  Al-Noor Mosque ", description="", email="", website="", kind=OrganizationKind.FAITH
    )

    row = Organization.objects.get()
    assert (row.id, row.name, row.kind) == (organization_id, "Al-Noor Mosque", OrganizationKind.FAITH)
    assert Event.objects.get().payload == {"organization_kind": "faith"}


def test_an_organisation_needs_a_name_and_someone_who_may() -> None:
    for viewer, name, error in ((SYSTEM, " ", BadInput), (staff(Role.CURATOR), "Elsewhere", Denied)):
        with pytest.raises(error):
            add_organization(
                viewer, name=name, description="", email="", website="", kind=OrganizationKind.FAITH
            )

    assert not Organization.objects.exists()


def test_a_coordinator_lists_a_service_that_is_found_at_once() -> None:
    own = an_organization()
    service_id = add_service(
        coordinator_of(own),
        organization_id=own,
        name="Sewing circle",
        description="Every Tuesday",
        languages=["ar", "en"],
        topics=[Topic.COMPANY],
        details=at(a_place(city="Łódź")),
    )

    assert [
        line.id
        for line in find_services(
            NOBODY, words="sew", near="", topics=(), languages=(), facts=(), page=1
        ).lines
    ] == [service_id]
    assert set(Language.objects.values_list("code", "name")) == {("ar", "Arabic"), ("en", "English")}
    assert Address.objects.get().city_key == "łodz"


def test_a_service_needs_a_name_an_organisation_and_a_real_time_zone() -> None:
    own = an_organization()
    for viewer, organization_id, name, timezone, error in (
        (SYSTEM, own, "", "", BadInput),
        (SYSTEM, own, "Sewing", "Mars/One", BadInput),
        (SYSTEM, uuid7(), "Sewing", "", NotFound),
        (NOBODY, own, "Sewing", "", Denied),
    ):
        with pytest.raises(error):
            add_service(
                viewer,
                organization_id=organization_id,
                name=name,
                description="",
                languages=(),
                topics=(),
                details=ServiceDetails(timezone=timezone),
            )

    assert not Service.objects.exists()


def test_still_correct_is_written_with_who_and_how_and_changes_nothing_else() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    changed_at = Service.objects.get().changed_at
    viewer = coordinator_of(own)

    confirm_listing(viewer, service_id=service_id, how=ConfirmedHow.BY_THE_SERVICE)

    row = Service.objects.get()
    assert row.confirmed_at is not None
    assert (row.confirmed_how, row.confirmed_by_user_id) == (ConfirmedHow.BY_THE_SERVICE, viewer.user_id)
    assert row.changed_at == changed_at


def test_others_do_not_confirm_a_listing() -> None:
    service_id = a_service()

    with pytest.raises(Denied):
        confirm_listing(coordinator_of(an_organization()), service_id=service_id, how=ConfirmedHow.BY_PHONE)


def test_a_signal_is_written_over_the_earlier_one() -> None:
    service_id = a_service()
    for wait in (AnsweredIn(days=9, answers=20, usual_days=3), None):
        set_service_signal(
            SYSTEM, service_id=service_id, tier=SignalTier.AGREED, answered_in=wait, agreed_routes=2
        )

    row = ServiceSignal.objects.get()
    assert (row.tier, row.expected_wait_days, row.agreed_routes) == (SignalTier.AGREED, None, 2)


def test_a_wait_with_few_answers_behind_it_is_drawn_towards_what_is_usual() -> None:
    set_service_signal(
        SYSTEM,
        service_id=a_service(),
        tier=SignalTier.AGREED,
        answered_in=AnsweredIn(days=30, answers=5, usual_days=6),
        agreed_routes=0,
    )

    assert ServiceSignal.objects.get().expected_wait_days == 12


def test_a_signal_has_no_numbers_under_nought_and_comes_from_those_who_may() -> None:
    service_id = a_service()

    with pytest.raises(BadInput):
        set_service_signal(
            SYSTEM,
            service_id=service_id,
            tier=SignalTier.AGREED,
            answered_in=AnsweredIn(days=-1, answers=20, usual_days=1),
            agreed_routes=0,
        )
    with pytest.raises(Denied):
        set_service_signal(
            staff(Role.PARTNERSHIP_MANAGER),
            service_id=service_id,
            tier=SignalTier.AGREED,
            answered_in=AnsweredIn(days=1, answers=20, usual_days=1),
            agreed_routes=0,
        )


def test_the_index_can_be_written_anew() -> None:
    a_service("Sewing circle")

    assert rebuild_search_index(curator()) == 1
    assert (
        find_services(NOBODY, words="sewing", near="", topics=(), languages=(), facts=(), page=1).total == 1
    )
    with pytest.raises(Denied):
        rebuild_search_index(NOBODY)


def test_a_curator_of_the_host_lists_for_everyone() -> None:
    viewer = staff(Role.CURATOR, organization_id=a_host())

    organization_id = add_organization(
        viewer, name="New here", description="", email="", website="", kind=OrganizationKind.PEER
    )

    assert Organization.objects.filter(pk=organization_id).exists()
