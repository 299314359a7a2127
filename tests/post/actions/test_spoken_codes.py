"""A code read out on the phone: for one link, once, for half an hour, kept as a digest."""

from datetime import timedelta

import pytest

from kith.core import clock
from kith.core.models import Event
from kith.core.viewer import Door, Role, Viewer
from kith.post.actions.bind_link import bind_link
from kith.post.actions.close_links import close_links
from kith.post.actions.make_spoken_code import make_spoken_code
from kith.post.actions.use_spoken_code import use_spoken_code
from kith.post.errors import NoPageToOpen
from kith.post.models import SinglePurposeLink
from kith.post.terms import LinkPurpose, SpokenTry
from tests.factories.core import staff
from tests.factories.post import SYSTEM, a_link, a_referral, visitor

pytestmark = pytest.mark.django_db
OWNER = staff(Role.NAVIGATOR)


def a_name_link(about):
    return a_link(about=about, purpose=LinkPurpose.SEE_NAME)


def other_than(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_it_is_right_once_for_its_own_link():
    about = a_referral()
    made = a_name_link(about)
    spoken = make_spoken_code(OWNER, about=about)

    tries = [use_spoken_code(visitor(about), link_id=made.id, code=spoken.code) for _ in range(2)]

    assert spoken.link_id == made.id
    assert tries == [SpokenTry.RIGHT, SpokenTry.NONE]
    assert Event.objects.filter(kind="post.spoken_code_used").count() == 1


def test_a_wrong_one_leaves_it_as_it_was():
    about = a_referral()
    made, code = a_name_link(about), make_spoken_code(OWNER, about=about).code

    wrong = use_spoken_code(visitor(about), link_id=made.id, code=other_than(code))

    assert wrong is SpokenTry.WRONG
    assert use_spoken_code(visitor(about), link_id=made.id, code=code) is SpokenTry.RIGHT


def test_after_half_an_hour_nothing_is_compared_any_more():
    about = a_referral()
    made, spoken = a_name_link(about), make_spoken_code(OWNER, about=about)

    with clock.at(spoken.until):
        assert use_spoken_code(visitor(about), link_id=made.id, code=spoken.code) is SpokenTry.NONE
    with clock.at(spoken.until - timedelta(seconds=1)):
        assert use_spoken_code(visitor(about), link_id=made.id, code=spoken.code) is SpokenTry.RIGHT
    assert timedelta(minutes=29) < spoken.until - clock.now() <= timedelta(minutes=30)


def test_a_new_code_ends_the_one_before():
    about = a_referral()
    made = a_name_link(about)
    first, second = (make_spoken_code(OWNER, about=about).code for _ in range(2))

    assert first == second or use_spoken_code(visitor(about), link_id=made.id, code=first) is SpokenTry.WRONG
    assert use_spoken_code(visitor(about), link_id=made.id, code=second) is SpokenTry.RIGHT


def test_it_opens_no_other_link():
    about, elsewhere = a_referral(), a_referral()
    made, other = a_name_link(about), a_name_link(elsewhere)
    code = make_spoken_code(OWNER, about=about).code

    for viewer, link_id in (
        (visitor(elsewhere), other.id),
        (visitor(elsewhere), made.id),
        (visitor(about), other.id),
    ):
        assert use_spoken_code(viewer, link_id=link_id, code=code) is SpokenTry.NONE


@pytest.mark.parametrize("ending", ["none", "another purpose", "closed", "opened", "over"])
def test_without_an_unopened_page_there_is_no_code(ending):
    about, now = a_referral(), clock.now()
    if ending == "another purpose":
        a_link(about=about, purpose=LinkPurpose.ANSWER_ASK)
    elif ending != "none":
        made = a_name_link(about)
    if ending == "closed":
        close_links(SYSTEM, about=about)
    if ending == "opened":
        bind_link(visitor(about), link_id=made.id, device="phone")

    with clock.at(now + timedelta(days=15 if ending == "over" else 0)), pytest.raises(NoPageToOpen):
        make_spoken_code(OWNER, about=about)


def test_only_a_digest_is_kept_and_nothing_prints_the_code():
    about = a_referral()
    made, spoken = a_name_link(about), make_spoken_code(OWNER, about=about)

    row = SinglePurposeLink.objects.get(id=made.id)
    events = [str(event.payload) for event in Event.objects.filter(kind="post.spoken_code_made")]

    assert row.spoken_digest
    assert not [text for text in [row.spoken_digest, repr(spoken), str(spoken)] if spoken.code in text]
    assert [set(event.payload) for event in Event.objects.filter(kind="post.spoken_code_made")] == [
        {"about_kind", "about_id", "until"}
    ], events


@pytest.mark.parametrize(
    "viewer",
    [
        *(staff(role) for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}),
        Viewer.nobody(Door.ANSWER),
        Viewer.nobody(Door.PUBLIC),
        SYSTEM,
    ],
)
def test_nobody_but_a_worker_gets_a_code(viewer):
    about = a_referral()
    a_name_link(about)

    with pytest.raises(NoPageToOpen):
        make_spoken_code(viewer, about=about)


def test_who_came_in_by_the_link_gets_no_code_for_it():
    about = a_referral()
    a_name_link(about)

    with pytest.raises(NoPageToOpen):
        make_spoken_code(visitor(about), about=about)
