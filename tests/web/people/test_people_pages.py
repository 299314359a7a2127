"""The pages of the people area: who gets in, what a form does, what comes back."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kith.accounts.actions.end_membership import end_membership
from kith.core import clock
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.core.worker import work_off
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.queries.person_facts import person_facts
from kith.post.actions.release_message import release_message
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind, MessageStatus
from tests.factories.accounts import a_membership_of, joined
from tests.factories.accounts import a_user as a_sign_in
from tests.factories.people import SYSTEM, a_member, a_navigator, a_user, amina, an_organization
from tests.factories.post import (
    MAIL_IN_OFFICE_HOURS,
    TEXTS_ONLY,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    a_mail,
    a_mail_to,
    status_of,
)
from tests.web.people_at_the_door import browser_of
from tests.web.shown_again import shown_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]
EDIT_PAGES = ["change_person", "set_name", "set_how_to_reach", "hand_over_person", "open_portal"]
OWN_PAGES = EDIT_PAGES[:3]
REACH = {
    "ways": ["mail", "text"],
    "phone": "617 555 0142",
    "email": "amina@home.example",
    "days": ["0", "2"],
    "opens": "16:00",
    "closes": "20:00",
    "say": "the walking group",
}


def facts(person_id):
    return person_facts(SYSTEM, person_id=person_id)


def own_browser(person_id):
    user_id = a_user("Amina")
    link_portal_user(SYSTEM, person_id=person_id, user_id=user_id)
    return browser_of(user_id)


def send(browser, page, person_id, **fields):
    return browser.post(reverse(page, args=[person_id]), {"key": str(uuid7()), **fields})


@pytest.fixture
def navigator():
    return a_navigator()


@pytest.fixture
def browser(navigator):
    return shown_again(browser_of(navigator.user_id))


def test_the_list_shows_each_person_with_who_looks_after_them(navigator, browser):
    person_id = amina(navigator, name="Amina Haddad")

    page = browser.get(reverse("people_list")).content.decode()

    assert reverse("person_page", args=[person_id]) in page
    assert "Heron" in page
    assert "Jo Adeyemi" in page
    assert "Haddad" not in page


@pytest.mark.parametrize("asked", ["0", "-1", "x", "٣", "99999999999999999999", "", "2"])
def test_any_page_number_is_answered(navigator, browser, asked):
    amina(navigator)

    assert browser.get(reverse("people_list"), {"page": asked}).status_code == 200


def test_an_empty_list_says_how_to_begin(browser):
    assert "to begin" in browser.get(reverse("people_list")).content.decode()


@pytest.mark.parametrize("name", EDIT_PAGES)
def test_a_page_to_change_shows_its_form_under_a_title_without_names(navigator, browser, name):
    person_id = amina(navigator, name="Amina Haddad")

    answer = browser.get(reverse(name, args=[person_id]))
    title = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1]

    assert answer.status_code == 200
    assert answer["Cache-Control"].find("no-store") >= 0
    assert "Heron" not in title
    assert "Amina" not in title


@pytest.mark.parametrize("name", EDIT_PAGES)
@pytest.mark.parametrize("role", list(Role))
def test_a_member_of_another_organisation_finds_no_page(navigator, name, role):
    person_id = amina(navigator)
    stranger = shown_again(browser_of(a_member(role).user_id))

    assert stranger.get(reverse(name, args=[person_id])).status_code == 404
    assert send(stranger, name, person_id, name="X", alias="X").status_code == 404


@pytest.mark.parametrize("name", ["people_list", *EDIT_PAGES])
def test_who_is_not_signed_in_is_asked_to(navigator, client, name):
    args = [] if name == "people_list" else [amina(navigator)]

    answer = client.get(reverse(name, args=args))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}])
def test_other_roles_here_have_no_list_and_no_forms(navigator, role):
    person_id = amina(navigator)
    other = browser_of(a_member(role, organization_id=navigator.organization_id).user_id)

    assert other.get(reverse("people_list")).status_code == 404
    for name in EDIT_PAGES:
        assert other.get(reverse(name, args=[person_id])).status_code in {403, 404}


@pytest.mark.parametrize("name", OWN_PAGES)
def test_a_person_changes_their_own_record_and_no_other(navigator, name):
    own, other = amina(navigator), amina(navigator)
    me = own_browser(own)

    assert me.get(reverse(name, args=[own])).status_code == 200
    assert me.get(reverse(name, args=[other])).status_code == 404


@pytest.mark.parametrize("name", ["hand_over_person", "open_portal"])
def test_a_person_does_not_hand_themselves_over(navigator, name):
    own = amina(navigator)

    assert own_browser(own).get(reverse(name, args=[own])).status_code == 404


def test_a_change_is_kept_and_goes_back_to_the_person(navigator, browser):
    person_id = amina(navigator)

    answer = send(
        browser,
        "change_person",
        person_id,
        alias="Ibis",
        language="so",
        second_language="en",
        third_language="",
        rough_area="Harbour",
        times="mornings",
        access_needs="",
        interpreter_needed="on",
    )

    kept = facts(person_id)
    assert answer["Location"] == reverse("person_page", args=[person_id])
    assert (kept.alias, kept.languages, kept.interpreter_needed) == ("Ibis", ("so", "en"), True)


def test_a_language_that_is_not_on_the_list_is_kept(navigator, browser):
    from kith.people.actions.take_in import take_in

    person_id = take_in(
        navigator,
        alias="Wren",
        languages=["es-MX", "en", "fr", "de"],
        rough_area="",
        times="",
        access_needs="",
    )
    page = browser.get(reverse("change_person", args=[person_id])).content.decode()

    send(browser, "change_person", person_id, alias="Wren", language="es-MX", second_language="en")

    assert "Spanish (Mexico)" in page
    assert facts(person_id).languages == ("es-MX", "en", "de")


def test_a_form_without_what_is_needed_comes_back_with_what_was_typed(navigator, browser):
    person_id = amina(navigator)

    answer = send(browser, "change_person", person_id, alias="", rough_area="Harbour")

    assert answer.status_code == 422
    assert "Harbour" in answer.content.decode()
    assert facts(person_id).alias == "Heron"


def test_the_name_is_set_and_the_page_says_when_it_leaves(navigator, browser):
    person_id = amina(navigator)

    page = browser.get(reverse("set_name", args=[person_id])).content.decode()
    send(browser, "set_name", person_id, name="Amina H.")

    assert "only after they say yes" in page
    assert facts(person_id).name == "Amina H."


def test_looking_changes_nothing_but_the_trail(navigator, browser):
    person_id = amina(navigator, rule=TEXTS_ONLY)
    before = facts(person_id)

    for name in EDIT_PAGES:
        browser.get(reverse(name, args=[person_id]), {"name": "X", "alias": "X", "how": "send"})

    kinds = set(Event.objects.filter(user_id=navigator.user_id).values_list("kind", flat=True))
    assert facts(person_id) == before
    assert kinds <= {
        "people.person_seen",
        "people.person_taken_in",
        "post.safe_contact_set",
        "accounts.signed_in",
    }


def test_how_to_reach_is_kept_as_it_was_ticked(navigator, browser):
    person_id = amina(navigator)

    answer = send(browser, "set_how_to_reach", person_id, **REACH)

    rule = facts(person_id).safe_contact
    assert answer.status_code == 302
    assert (rule.may_call, rule.may_text, rule.may_mail, rule.may_voicemail) == (False, True, True, False)
    assert rule.days == {0: ("16:00", "20:00"), 2: ("16:00", "20:00")}
    assert (rule.phone, rule.email, rule.say) == ("617 555 0142", "amina@home.example", "the walking group")


def test_how_to_reach_shows_what_was_kept(navigator, browser):
    person_id = amina(navigator, rule=TEXTS_ONLY)

    page = browser.get(reverse("set_how_to_reach", args=[person_id])).content.decode()

    assert 'value="617 555 0142"' in page
    assert re.search(r'value="text"[^>]*checked', page)
    assert not re.search(r'value="mail"[^>]*checked', page)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"phone": ""}, "not a phone number"),
        ({"email": ""}, "not a mail address"),
        ({"email": "nobody"}, "valid email"),
        ({"days": []}, "at least one day"),
        ({"closes": "15:00"}, "end after they begin"),
        ({"ways": ["voicemail"]}, "yes to calls first"),
        ({"ways": ["pigeon"]}, "not one of the available"),
        ({"opens": "soon"}, "valid time"),
    ],
)
def test_a_rule_that_does_not_hold_together_comes_back_with_a_sentence(navigator, browser, wrong, sentence):
    person_id = amina(navigator)

    answer = send(browser, "set_how_to_reach", person_id, **{**REACH, **wrong})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert facts(person_id).safe_contact is None


def test_a_person_may_switch_every_way_off(navigator):
    person_id = amina(navigator, rule=TEXTS_ONLY)

    answer = send(
        own_browser(person_id),
        "set_how_to_reach",
        person_id,
        phone="",
        email="",
        opens="09:00",
        closes="17:00",
        say="",
    )

    assert answer["Location"] == reverse("my_page")
    assert not facts(person_id).safe_contact.may_text


def test_a_person_is_handed_to_a_chosen_colleague(navigator, browser):
    colleague = a_member(Role.CLINICIAN, organization_id=navigator.organization_id, name="Sam Okafor")
    admin = a_member(Role.ADMIN, organization_id=navigator.organization_id, name="Al Admin")
    person_id = amina(navigator)

    page = browser.get(reverse("hand_over_person", args=[person_id])).content.decode()
    wrong = send(browser, "hand_over_person", person_id, to_user=str(admin.user_id))
    right = send(browser, "hand_over_person", person_id, to_user=str(colleague.user_id))

    assert "Sam Okafor" in page
    assert "Al Admin" not in page
    assert (wrong.status_code, right.status_code) == (422, 302)
    assert facts(person_id).owner_user_id == colleague.user_id


def test_without_a_colleague_the_page_says_what_to_do(navigator, browser):
    page = browser.get(reverse("hand_over_person", args=[amina(navigator)])).content.decode()

    assert "Nobody else looks after people here yet" in page


def test_a_link_to_the_own_page_is_shown_once(navigator, browser):
    person_id = amina(navigator)
    key = str(uuid7())
    fields = {"key": key, "how": "show"}

    first = browser.post(reverse("open_portal", args=[person_id]), fields)
    again = browser.post(reverse("open_portal", args=[person_id]), fields)

    link = re.search(r"http://localhost:8000(/\S+?)<", first.content.decode())[1]
    assert browser_of(a_user()).get(link).status_code in {200, 403}
    assert first["Cache-Control"].find("no-store") >= 0
    assert again.status_code == 302
    assert Event.objects.filter(kind="people.portal_opened").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_link_is_sent_as_the_person_may_be_written_to_in_their_language(navigator, browser):
    person_id = amina(navigator, rule=MAIL_IN_OFFICE_HOURS)

    with clock.at(TUESDAY_NOON):
        answer = send(browser, "open_portal", person_id, how="send")
        work_off()

    assert answer.status_code == 302
    assert [(m.subject, m.to) for m in mail.outbox] == [("رسالة لكم", ["amina@home.example"])]
    assert "http://localhost:8000/" in mail.outbox[0].body
    assert "Heron" not in mail.outbox[0].body


def test_a_link_is_not_sent_to_an_address_that_the_person_did_not_give(navigator, browser):
    person_id = amina(navigator, rule=MAIL_IN_OFFICE_HOURS)

    send(browser, "open_portal", person_id, email="someone@else.example", how="send")

    assert OutgoingMessage.objects.get().address == "amina@home.example"


@pytest.mark.django_db(transaction=True)
def test_a_link_that_waits_does_not_follow_the_rule_to_another_mailbox(navigator, browser):
    person_id = amina(navigator, rule=MAIL_IN_OFFICE_HOURS)
    moved = replace(MAIL_IN_OFFICE_HOURS, email="worker@home.example")

    with clock.at(TUESDAY_NIGHT):
        send(browser, "open_portal", person_id, how="send")
    set_how_to_reach(navigator, person_id=person_id, rule=moved)
    with clock.at(TUESDAY_NOON + timedelta(days=1)):
        release_message(SYSTEM, message_id=OutgoingMessage.objects.get().id)
        work_off()

    assert mail.outbox == []
    assert OutgoingMessage.objects.get().status == MessageStatus.BOUNCED


def link_shown(browser, person_id, **fields):
    page = send(browser, "open_portal", person_id, how="show", **fields).content.decode()
    return re.search(r"http://localhost:8000(/\S+?)<", page)[1]


def test_a_link_that_is_shown_does_not_tell_who_has_a_sign_in(navigator, browser):
    a_sign_in("known@home.example")
    shapes = set()

    for address in ("known@home.example", "unknown@home.example"):
        page = Client().get(link_shown(browser, amina(navigator), email=address)).content.decode()
        shapes.add((address in page, "already have a sign-in" in page, 'name="password"' in page))

    assert shapes == {(False, False, True)}


def test_a_link_that_was_shown_is_not_taken_up_at_the_screen_that_showed_it(navigator, browser):
    link = link_shown(browser, amina(navigator))
    fields = {"key": str(uuid7()), "display_name": "A", "password": "a long good pass phrase"}

    answers = [browser.get(link), browser.post(link, fields)]
    browser.post(reverse("account_logout"))
    answers += [browser.get(link), browser.post(link, fields)]
    colleague = browser_of(a_member(Role.CLINICIAN, organization_id=navigator.organization_id).user_id)
    answers.append(colleague.get(link))

    assert [answer.status_code for answer in answers] == [403] * 5
    assert all("This link does not open here" in answer.content.decode() for answer in answers)
    assert not Event.objects.filter(kind="accounts.invitation_accepted").exists()
    assert Client().post(link, fields).status_code == 302


def test_another_link_opens_at_a_screen_that_has_shown_one(navigator, browser):
    link_shown(browser, amina(navigator))
    browser.post(reverse("account_logout"))

    other = link_shown(shown_again(browser_of(navigator.user_id)), amina(navigator))

    assert browser.get(other).status_code == 200


def test_who_takes_up_a_link_that_is_shown_signs_in_with_a_made_up_name(navigator, browser):
    person_id, own = amina(navigator), Client()
    link = link_shown(browser, person_id)
    page = own.get(link).content.decode()
    name = re.search(r"You sign in with</dt><dd><bdi[^>]*>(\S{4}-\S{4})<", page)[1]

    own.post(link, {"key": str(uuid7()), "display_name": "A", "password": "a long good pass phrase"})
    answer = own.post(
        reverse("account_login"), {"login": f" {name.upper()} ", "password": "a long good pass phrase"}
    )

    assert "Please keep this name" in page
    assert answer.status_code == 302
    assert name in own.get(reverse("my_account")).content.decode()
    assert "invalid" not in own.get(reverse("my_account")).content.decode()


def test_sending_is_not_offered_where_the_person_wants_no_mail(navigator, browser):
    person_id = amina(navigator, rule=TEXTS_ONLY)

    page = browser.get(reverse("open_portal", args=[person_id])).content.decode()
    answer = send(browser, "open_portal", person_id, how="send")

    assert 'value="send"' not in page
    assert answer.status_code == 422


def test_a_person_with_a_page_gets_no_second_one(navigator, browser):
    person_id = amina(navigator)
    own_browser(person_id)

    page = browser.get(reverse("open_portal", args=[person_id])).content.decode()
    answer = send(browser, "open_portal", person_id, how="show")

    assert "their own page already" in page
    assert answer.status_code == 409


def test_a_text_is_marked_as_sent_and_looking_does_not_mark_it(navigator, browser):
    message_id = a_mail(navigator, kind=MessageKind.TEXT, address="617 555 0142")
    address = reverse("mark_sent_by_hand", args=[message_id])

    looked = browser.get(address).status_code
    before = status_of(message_id)
    marked = browser.post(address, {"key": str(uuid7())})

    assert (looked, before) == (405, MessageStatus.BY_HAND)
    assert marked["Location"] == reverse("my_list")
    assert status_of(message_id) == MessageStatus.SENT


def test_the_list_of_one_who_moved_holds_no_text_of_the_place_they_left(navigator):
    with clock.at(TUESDAY_NOON):
        a_mail_to(amina(navigator, rule=TEXTS_ONLY), navigator, owner_user_id=navigator.user_id)
        before = browser_of(navigator.user_id).get(reverse("my_list")).content.decode()

        end_membership(SYSTEM, membership_id=a_membership_of(navigator))
        joined(navigator.user_id, an_organization("Elsewhere"), Role.NAVIGATOR)
        after = browser_of(navigator.user_id).get(reverse("my_list"))

    assert "They said yes. Look at your page." in before
    assert after.status_code == 200
    assert "Look at your page" not in after.content.decode()
    assert "617" not in after.content.decode()


def test_a_stranger_marks_no_text(navigator):
    message_id = a_mail(navigator, kind=MessageKind.TEXT, address="617 555 0142")
    stranger = browser_of(a_navigator().user_id)

    answer = stranger.post(reverse("mark_sent_by_hand", args=[message_id]), {"key": str(uuid7())})

    assert answer.status_code == 404
    assert status_of(message_id) == MessageStatus.BY_HAND


def test_outside_the_hours_the_link_waits(navigator, browser):
    person_id = amina(navigator, rule=MAIL_IN_OFFICE_HOURS)

    with clock.at(TUESDAY_NIGHT):
        send(browser, "open_portal", person_id, how="send")

    assert Event.objects.filter(kind="post.message_held", person_id=person_id).count() == 1
