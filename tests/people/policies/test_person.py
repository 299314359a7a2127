"""Who may know a person and what they may do: every role, here and elsewhere."""

from contextlib import suppress
from dataclasses import replace

import pytest
from django.db import transaction

from kith.core.errors import Denied, KithError, NotFound
from kith.core.ids import Ref
from kith.core.viewer import Door, Role, Viewer
from kith.people.actions.change_person import change_person
from kith.people.actions.hand_over_person import hand_over_person
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.open_portal import open_portal
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.people.models import Person
from kith.people.queries.count_alike import count_alike
from kith.people.queries.people_count import people_count
from kith.people.queries.people_list import people_list
from kith.people.queries.person_facts import person_facts
from kith.people.queries.person_known import person_known
from kith.people.queries.person_labels import person_labels
from kith.people.queries.person_page import person_page
from kith.people.terms import LinkGiven
from tests.factories.people import SYSTEM, a_member, a_navigator, a_user, amina, an_organization, at_own_page
from tests.factories.post import MAIL_IN_OFFICE_HOURS

pytestmark = pytest.mark.django_db
LOOK_AFTER = {Role.NAVIGATOR, Role.CLINICIAN}
ALL_STEPS = {"know", "read", "change", "open", "hand over", "count"}


def steps_open_to(viewer, person_id, colleague_id):
    """Which steps the viewer gets through; what is not is NotFound or Denied."""
    tries = {
        "know": lambda: person_known(viewer, person_id=person_id),
        "read": lambda: (
            person_page(viewer, person_id=person_id),
            person_facts(viewer, person_id=person_id),
        ),
        "change": lambda: (
            set_name(viewer, person_id=person_id, name="Amina H."),
            change_person(
                viewer,
                person_id=person_id,
                alias="Ibis",
                languages=["ar"],
                rough_area="",
                times="",
                access_needs="",
                interpreter_needed=True,
            ),
            set_how_to_reach(viewer, person_id=person_id, rule=MAIL_IN_OFFICE_HOURS),
        ),
        "open": lambda: open_portal(
            viewer, person_id=person_id, email="amina@home.example", given=LinkGiven.SENT
        ),
        "hand over": lambda: hand_over_person(viewer, person_id=person_id, to_user_id=colleague_id),
        "link": lambda: link_portal_user(viewer, person_id=person_id, user_id=colleague_id),
    }
    through = {step for step, work in tries.items() if goes_through(work)}
    organization_id = Person.objects.get(id=person_id).organization_id
    if count_alike(
        viewer, organization_id=organization_id, languages=["ar", "en"], rough_area="Northgate East"
    ):
        through.add("count")
    return through


def goes_through(work):
    """True if it does; what it changed is undone, so that one step does not open another."""
    with suppress(NotFound, Denied), transaction.atomic():
        work()
        transaction.set_rollback(True)
        return True
    return False


@pytest.mark.parametrize("role", list(Role))
def test_a_member_of_the_same_organisation(role):
    organization_id = an_organization()
    navigator, colleague = a_navigator(organization_id), a_navigator(organization_id)
    person_id = amina(navigator)
    viewer = a_member(role, organization_id=organization_id)

    expected = ALL_STEPS if role in LOOK_AFTER else ({"know"} if role is Role.PRIVACY_OFFICER else set())
    assert steps_open_to(viewer, person_id, colleague.user_id) == expected


@pytest.mark.parametrize("role", list(Role))
def test_a_member_of_another_organisation_sees_nothing(role):
    navigator = a_navigator()
    person_id = amina(navigator)

    assert steps_open_to(a_member(role), person_id, navigator.user_id) == set()


def test_the_person_at_their_own_page():
    navigator = a_navigator()
    own, other = amina(navigator), amina(navigator)
    viewer = at_own_page(own)

    assert steps_open_to(viewer, own, navigator.user_id) == {"know", "read", "change"}
    assert steps_open_to(viewer, other, navigator.user_id) == set()


def test_a_member_at_their_own_page_has_no_rights_of_the_role():
    navigator = a_navigator()
    own, other = amina(navigator), amina(navigator)
    viewer = replace(navigator, person_id=own, door=Door.PORTAL)

    assert steps_open_to(viewer, other, navigator.user_id) == set()
    with pytest.raises(Denied):
        take_in(viewer, alias="x", languages=[], rough_area="", times="", access_needs="")


def test_the_system():
    navigator = a_navigator()

    assert steps_open_to(SYSTEM, amina(navigator), a_user()) == {
        "know",
        "read",
        "change",
        "link",
        "count",
    }


def test_strangers_and_answer_links_see_nothing():
    navigator = a_navigator()
    person_id = amina(navigator)
    by_link = replace(
        Viewer.nobody(Door.ANSWER), organization_id=navigator.organization_id, only=Ref("person", person_id)
    )

    for viewer in (Viewer.nobody(Door.PUBLIC), by_link):
        assert steps_open_to(viewer, person_id, navigator.user_id) == set()


def test_the_list_and_the_single_record_agree_for_everyone():
    here = an_organization()
    navigator, person_ids = a_navigator(here), []
    person_ids = [amina(navigator), amina(a_navigator()), amina(navigator)]
    viewers = [
        SYSTEM,
        at_own_page(person_ids[0]),
        Viewer.nobody(Door.PUBLIC),
        *(a_member(role, organization_id=here) for role in Role),
        *(a_member(role) for role in Role),
    ]

    for viewer in viewers:
        listed = {line.id for line in people_list(viewer, page=1)}
        assert listed == {one for one in person_ids if reads(viewer, one)}
        assert len(listed) == people_count(viewer)
        assert set(person_labels(viewer, person_ids=person_ids)) == listed


def reads(viewer, person_id):
    return goes_through(lambda: person_page(viewer, person_id=person_id))


def test_a_privacy_officer_knows_that_a_record_exists_and_not_what_is_in_it():
    navigator = a_navigator()
    person_id = amina(navigator)
    officer = a_member(Role.PRIVACY_OFFICER, organization_id=navigator.organization_id)

    with pytest.raises(Denied):
        person_page(officer, person_id=person_id)
    assert person_known(officer, person_id=person_id).owner_user_id == navigator.user_id
    assert person_labels(officer, person_ids=[person_id]) == {}


def test_a_role_without_organisation_counts_for_nothing():
    navigator = a_navigator()
    person_id = amina(navigator)
    homeless = replace(navigator, organization_id=None)

    with pytest.raises(NotFound):
        person_page(homeless, person_id=person_id)
    with pytest.raises(KithError):
        take_in(homeless, alias="x", languages=[], rough_area="", times="", access_needs="")
