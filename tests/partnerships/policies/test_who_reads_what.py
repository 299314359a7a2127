"""Who sees which agreement and clause: every role in every kind of organisation, as a truth table."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.publish_agreement import publish_agreement
from kith.partnerships.actions.unpublish_agreement import unpublish_agreement
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clause_terms import Measure
from kith.partnerships.clauses.sharing import ReportingScope
from kith.partnerships.models import AgreementParty, Clause, Version
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.agreements_list import agreements_list
from kith.partnerships.queries.our_reporting import our_reporting
from kith.partnerships.queries.published_agreement import published_agreement
from kith.partnerships.queries.published_agreements import published_agreements
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party
from tests.factories.living import a_wording, living, offered, owed, sign_offered
from tests.factories.partnerships import a_member, a_partner, an_organization
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

READERS = {
    Role.NAVIGATOR,
    Role.CLINICIAN,
    Role.PARTNERSHIP_MANAGER,
    Role.COORDINATOR,
    Role.ADMIN,
}
SCOPE = ReportingScope(measures=frozenset({Measure.ASKED, Measure.TAKEN}), every_months=3)
FUNDER, SEAT = PartyRole.FUNDER, PartyRole.COMMUNITY_SEAT
ALL, WORDS, REPORTS = "all", "published words", "reporting clauses"

# What a reader of each kind of organisation reads; any other role reads nothing.
TABLE: dict[str, set[str]] = {
    "signer": {ALL},
    "asked to sign": {ALL},
    "left": {ALL},
    "funder, a party": {REPORTS},
    "funder, no party": {REPORTS},
    "community seat": {WORDS},
    "stranger": set(),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Two agreements (one that binds, one on the table) and an organisation of every kind."""

    bound: UUID
    on_the_table: UUID
    kinds: dict[str, UUID]


@pytest.fixture
def table(manager: Viewer, clinic: UUID, mosque: UUID) -> Table:
    shelter, council = a_partner(manager, "Shelter"), a_partner(manager, "Council")
    foundation, elders = an_organization("Foundation"), a_partner(manager, "Elders")
    more = [Party(council, FUNDER, must_sign=False), Party(elders, SEAT, must_sign=False)]
    scope = owed(mosque, SCOPE, to=council)
    bound = living(manager, [mosque, shelter], [scope], more=more)
    version = Version.objects.get(agreement_id=bound)
    Clause.objects.create(
        version=version,
        kind=scope.kind.value,
        place=9,
        organization_id=mosque,
        to_organization_id=foundation,
        terms=scope.terms,
        digest="0" * 64,
    )
    publish_agreement(manager, agreement_id=bound)
    leaver = a_member(shelter, Role.COORDINATOR)
    withdraw_from_agreement(leaver, agreement_id=bound, last_on=TUESDAY.date(), words="")
    asked = a_partner(manager, "Asked")
    kinds = {
        "signer": clinic,
        "asked to sign": asked,
        "left": shelter,
        "funder, a party": council,
        "funder, no party": foundation,
        "community seat": elders,
        "stranger": an_organization("Elsewhere"),
    }
    assert set(kinds) == set(TABLE)
    return Table(bound, offered(manager, [asked]), kinds)


def reads(viewer: Viewer, agreement_id: UUID) -> set[str]:
    """What of this agreement can be read, by page and by list, which must say the same."""
    return {
        what
        for what, is_read in [
            (ALL, _opens(agreement_page, viewer, agreement_id)),
            (WORDS, _opens(published_agreement, viewer, agreement_id)),
            (REPORTS, bool(our_reporting(viewer))),
        ]
        if is_read
    }


def _opens(query: object, viewer: Viewer, agreement_id: UUID) -> bool:
    is_page = query is agreement_page
    ids = (
        [line.id for line in agreements_list(viewer)]
        if is_page
        else [line.agreement_id for line in published_agreements(viewer)]
    )
    try:
        if is_page:
            agreement_page(viewer, agreement_id=agreement_id)
        else:
            published_agreement(viewer, agreement_id=agreement_id)
    except NotFound:
        assert agreement_id not in ids
        return False
    assert agreement_id in ids
    return True


@pytest.mark.parametrize("role", Role)
def test_who_reads_what(role: Role, table: Table) -> None:
    with clock.at(TUESDAY + timedelta(days=3)):
        found = {
            kind: reads(
                a_member(organization_id, role),
                table.on_the_table if kind == "asked to sign" else table.bound,
            )
            for kind, organization_id in table.kinds.items()
        }

    assert found == (TABLE if role in READERS else {kind: set() for kind in TABLE})


def test_a_funder_reads_its_own_clause_and_between_whom_and_nothing_else(table: Table, mosque: UUID) -> None:
    [line] = our_reporting(a_member(table.kinds["funder, no party"], Role.COORDINATOR))

    assert (line.title, line.from_name) == ("Living well together", "Al-Noor Mosque")
    assert line.party_names == ("Northgate Clinic", "Al-Noor Mosque", "Shelter", "Council", "Elders")
    assert line.sentences == tuple(SCOPE.sentences())


def test_a_seat_reads_the_signed_words_and_no_names_of_who_signed(table: Table) -> None:
    page = published_agreement(
        a_member(table.kinds["community seat"], Role.COORDINATOR), agreement_id=table.bound
    )

    assert page.text == Version.objects.get(agreement_id=table.bound).text
    assert "Jo Adeyemi" not in str(page)


def test_what_is_not_published_is_read_by_no_seat(table: Table, manager: Viewer) -> None:
    seat = a_member(table.kinds["community seat"], Role.COORDINATOR)

    unpublish_agreement(manager, agreement_id=table.bound)

    assert reads(seat, table.bound) == set()
    publish_agreement(manager, agreement_id=table.bound)
    assert reads(seat, table.bound) == {WORDS}


def test_a_seat_that_has_signed_reads_all(table: Table) -> None:
    seat = a_member(table.kinds["community seat"], Role.COORDINATOR)
    AgreementParty.objects.filter(organization_id=seat.organization_id).update(
        signed_at=TUESDAY, signed_how="on_paper"
    )

    assert reads(seat, table.bound) == {ALL, WORDS}


def test_once_it_is_over_or_left_nothing_is_reported(table: Table, mosque: UUID) -> None:
    funder = a_member(table.kinds["funder, a party"], Role.COORDINATOR)
    version = Version.objects.filter(agreement_id=table.bound)

    version.update(ends_on=TUESDAY.date())
    assert our_reporting(funder)
    with clock.at(TUESDAY + timedelta(days=1)):
        assert not our_reporting(funder)
    version.update(ends_on=None)
    leaver = a_member(mosque, Role.COORDINATOR)
    withdraw_from_agreement(leaver, agreement_id=table.bound, last_on=TUESDAY.date(), words="")
    with clock.at(TUESDAY + timedelta(days=2)):
        assert not our_reporting(funder)


@pytest.mark.parametrize("kind", TABLE)
def test_nobody_without_a_role_in_an_organisation_reads_anything(kind: str, table: Table) -> None:
    organization_id = table.kinds[kind]
    agreement_id = table.on_the_table if kind == "asked to sign" else table.bound
    nobody = Viewer.nobody(Door.PUBLIC)
    link = replace(Viewer.nobody(Door.ANSWER), organization_id=organization_id, only=Ref("referral", uuid7()))
    person = replace(Viewer.nobody(Door.PORTAL), person_id=uuid7())

    assert [reads(viewer, agreement_id) for viewer in (nobody, link, person)] == [set(), set(), set()]


def test_who_has_left_keeps_what_it_signed_and_reads_no_later_words(
    table: Table, manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    leaver = a_member(table.kinds["left"], Role.COORDINATOR)
    with clock.at(TUESDAY + timedelta(days=3)):
        Version.objects.create(
            agreement_id=table.bound,
            number=2,
            based_on=1,
            starts_on=TUESDAY.date(),
            written_by_id=clinic,
            written_at=clock.now(),
        )
        words = a_wording([Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER)])
        change_draft(manager, agreement_id=table.bound, wording=words)
        propose_draft(manager, agreement_id=table.bound)
        sign_offered(table.bound, manager, a_member(mosque, Role.COORDINATOR))

        assert agreement_page(leaver, agreement_id=table.bound).number == 1
        assert agreement_page(manager, agreement_id=table.bound).number == 2
