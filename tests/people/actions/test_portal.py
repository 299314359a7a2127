"""A person's own page: invited, accepted, linked; one login, one person."""

from dataclasses import replace

import pytest

from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.invite_member import invite_member
from kith.accounts.errors import BadEmail, InvitationTakenBack
from kith.core.errors import Denied
from kith.core.models import Event
from kith.core.viewer import Door, Role, Viewer
from kith.core.worker import work_off
from kith.people.actions.link_accepted_invitation import link_accepted_invitation
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.open_portal import open_portal
from kith.people.errors import AlreadyLinked
from kith.people.queries.own_person_id import own_person_id
from kith.people.queries.person_page import person_page
from kith.people.terms import LinkGiven
from tests.factories.core import staff
from tests.factories.people import SYSTEM, a_member, a_navigator, a_user, amina

pytestmark = pytest.mark.django_db(transaction=True)
STREET = Viewer.nobody(Door.PUBLIC)


def accepted(token):
    return accept_invitation_as_newcomer(
        STREET, token=token, display_name="Amina", password="a long good pass phrase"
    )


def test_who_accepts_the_invitation_gets_the_persons_page():
    navigator = a_navigator()
    person_id = amina(navigator)
    made = open_portal(navigator, person_id=person_id, email="amina@home.example", given=LinkGiven.SENT)
    invited = person_page(navigator, person_id=person_id)

    user_id = accepted(made.token)
    work_off()

    page = person_page(navigator, person_id=person_id)
    assert own_person_id(SYSTEM, user_id=user_id) == person_id
    assert (invited.has_portal, invited.is_invited) == (False, True)
    assert (page.has_portal, page.is_invited) == (True, False)
    assert Event.objects.filter(kind="people.portal_linked", person_id=person_id).count() == 1


def test_the_same_delivery_twice_links_once():
    navigator, user_id = a_navigator(), a_user()
    person_id = amina(navigator)
    made = open_portal(navigator, person_id=person_id, email="amina@home.example", given=LinkGiven.SENT)

    for _ in range(2):
        link_accepted_invitation(SYSTEM, invitation_id=made.id, user_id=user_id)

    assert Event.objects.filter(kind="people.portal_linked").count() == 1
    assert not Event.objects.filter(kind="people.portal_not_linked").exists()


def test_a_replaced_invitation_opens_nothing():
    navigator = a_navigator()
    person_id = amina(navigator)
    first = open_portal(navigator, person_id=person_id, email="amina@home.example", given=LinkGiven.SENT)
    open_portal(navigator, person_id=person_id, email="amina@other.example", given=LinkGiven.SENT)

    with pytest.raises(InvitationTakenBack):
        accepted(first.token)


def test_a_colleagues_invitation_links_nobody():
    admin = a_member(Role.ADMIN)
    made = invite_member(
        admin, organization_id=admin.organization_id, email="new@member.example", role=Role.NAVIGATOR
    )

    user_id = accepted(made.token)
    work_off()

    assert own_person_id(SYSTEM, user_id=user_id) is None


def test_a_login_is_one_persons_only():
    navigator, user_id = a_navigator(), a_user()
    first, second = amina(navigator), amina(navigator)
    link_portal_user(SYSTEM, person_id=first, user_id=user_id)

    with pytest.raises(AlreadyLinked):
        link_portal_user(SYSTEM, person_id=second, user_id=user_id)

    assert own_person_id(SYSTEM, user_id=user_id) == first


def test_a_person_has_one_login_only():
    navigator, first, second = a_navigator(), a_user(), a_user()
    person_id = amina(navigator)
    link_portal_user(SYSTEM, person_id=person_id, user_id=first)
    link_portal_user(SYSTEM, person_id=person_id, user_id=first)

    with pytest.raises(AlreadyLinked):
        link_portal_user(SYSTEM, person_id=person_id, user_id=second)
    with pytest.raises(AlreadyLinked):
        open_portal(navigator, person_id=person_id, email="amina@home.example", given=LinkGiven.SENT)

    assert own_person_id(SYSTEM, user_id=second) is None


def test_a_login_of_another_person_is_not_linked_and_that_is_recorded():
    navigator, user_id = a_navigator(), a_user()
    link_portal_user(SYSTEM, person_id=amina(navigator), user_id=user_id)
    person_id = amina(navigator)
    made = open_portal(navigator, person_id=person_id, email="amina@home.example", given=LinkGiven.SENT)

    link_accepted_invitation(SYSTEM, invitation_id=made.id, user_id=user_id)

    page = person_page(navigator, person_id=person_id)
    assert (page.has_portal, page.is_invited) == (False, False)
    assert Event.objects.filter(kind="people.portal_not_linked", person_id=person_id).count() == 1


def test_only_the_system_links():
    navigator, user_id = a_navigator(), a_user()

    with pytest.raises(Denied):
        link_portal_user(navigator, person_id=amina(navigator), user_id=user_id)


def test_a_login_asks_for_its_own_person_and_for_no_other():
    navigator, user_id = a_navigator(), a_user()
    person_id = amina(navigator)
    link_portal_user(SYSTEM, person_id=person_id, user_id=user_id)
    oneself = replace(STREET, user_id=user_id)

    assert own_person_id(oneself, user_id=user_id) == person_id
    assert own_person_id(staff(*Role), user_id=user_id) is None
    assert own_person_id(STREET, user_id=user_id) is None


def test_an_address_that_is_none_is_said():
    navigator = a_navigator()

    with pytest.raises(BadEmail):
        open_portal(navigator, person_id=amina(navigator), email="nobody", given=LinkGiven.SENT)


def test_no_token_is_in_an_event():
    navigator = a_navigator()

    made = open_portal(
        navigator, person_id=amina(navigator), email="amina@home.example", given=LinkGiven.SENT
    )

    assert not [event for event in Event.objects.all() if made.token in str(event.payload)]
