"""Links: 256 bits, digest only, one use, one device, a quarter of an hour."""

import hashlib
import logging
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db.models import CharField

from kith.care.actions.write_to_contact import VALID_DAYS
from kith.core import clock
from kith.core.actions.prune_work import KEY_DAYS
from kith.core.errors import BadInput, Expired, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.models import Event
from kith.core.viewer import Door, Role, Viewer
from kith.post.actions.bind_link import bind_link
from kith.post.actions.blank_link import blank_link
from kith.post.actions.close_links import close_links
from kith.post.actions.count_wrong_try import count_wrong_try
from kith.post.actions.say_once_by_link import say_once_by_link
from kith.post.actions.use_link import use_link
from kith.post.errors import LinkBlank, LinkClosed, LinkGuessed, LinkUsed, OtherDevice, SaidAlready
from kith.post.lifecycle.link import MOST_WRONG_TRIES
from kith.post.models import SinglePurposeLink
from kith.post.queries.link_by_token import link_by_token
from kith.post.terms import LinkPurpose
from tests.factories.core import staff
from tests.factories.post import SYSTEM, TUESDAY_NOON, a_link, a_referral, visitor

pytestmark = pytest.mark.django_db
STREET = Viewer.nobody(Door.ANSWER)


def opened(made, purpose=LinkPurpose.ANSWER_ASK):
    return link_by_token(STREET, token=made.token, purpose=purpose)


def test_a_token_has_256_bits_and_only_its_digest_is_kept():
    made = a_link()

    row = SinglePurposeLink.objects.get(id=made.id)
    texts = [getattr(row, field.name) for field in row._meta.fields if isinstance(field, CharField)]

    assert len(made.token) == 43
    assert row.token_digest == hashlib.sha256(made.token.encode()).hexdigest()
    assert made.token not in texts


def test_a_token_is_in_no_event_no_log_and_no_printed_value(caplog):
    about = a_referral()
    with caplog.at_level(logging.DEBUG):
        made = a_link(about=about)
        opened(made)
        use_link(visitor(about), link_id=made.id)

    stored = [f"{e.payload}{e.subject_id}" for e in Event.objects.all()]
    assert made.token not in "".join([*stored, caplog.text, repr(made), str(made)])


def test_looking_changes_nothing():
    made = a_link()
    before = SinglePurposeLink.objects.values().get()

    pages = [opened(made) for _ in range(3)]

    assert SinglePurposeLink.objects.values().get() == before
    assert pages[0].id == made.id
    assert pages[0].used_at is None


@pytest.mark.parametrize("token", ["", "x", "é\ud800", "A" * 43])
def test_an_unknown_token_is_not_found(token):
    a_link()

    with pytest.raises(NotFound):
        link_by_token(STREET, token=token, purpose=LinkPurpose.ANSWER_ASK)


def test_a_link_serves_one_purpose():
    made = a_link(purpose=LinkPurpose.ANSWER_ASK)

    with pytest.raises(NotFound):
        opened(made, LinkPurpose.SEE_NAME)


def test_a_link_runs_out():
    with clock.at(TUESDAY_NOON):
        about = a_referral()
        made = a_link(about=about, valid_days=14)

    with clock.at(TUESDAY_NOON + timedelta(days=14)):
        with pytest.raises(Expired):
            opened(made)
        with pytest.raises(Expired):
            use_link(visitor(about), link_id=made.id)


def test_a_link_is_valid_for_a_day_at_least():
    with pytest.raises(BadInput):
        a_link(valid_days=0)


def test_a_link_is_used_once():
    about = a_referral()
    made = a_link(about=about)

    use_link(visitor(about), link_id=made.id)

    with pytest.raises(LinkUsed):
        use_link(visitor(about), link_id=made.id)
    with pytest.raises(LinkUsed):
        opened(made)
    assert Event.objects.filter(kind="post.link_used").count() == 1


def test_closing_closes_all_links_about_a_record_and_no_others():
    about = a_referral()
    ours, other = [a_link(about=about), a_link(about=about, purpose=LinkPurpose.SEE_NAME)], a_link()

    count = close_links(SYSTEM, about=about)

    assert count == 2
    with pytest.raises(LinkClosed):
        opened(ours[0])
    with pytest.raises(LinkClosed):
        use_link(visitor(about), link_id=ours[1].id)
    assert opened(other).closed_at is None


def test_a_link_that_was_used_and_then_closed_says_that_it_was_used():
    about = a_referral()
    made = a_link(about=about)

    use_link(visitor(about), link_id=made.id)
    close_links(SYSTEM, about=about)

    with pytest.raises(LinkUsed):
        opened(made)


def test_closing_twice_records_once():
    about = a_referral()
    a_link(about=about)

    assert [close_links(SYSTEM, about=about), close_links(SYSTEM, about=about)] == [1, 0]
    assert Event.objects.filter(kind="post.links_closed").count() == 1


@pytest.mark.parametrize(
    "viewer", [SYSTEM, staff(Role.NAVIGATOR), Viewer.nobody(Door.PORTAL), Viewer.nobody(Door.ANSWER)]
)
def test_whoever_a_room_let_in_may_close(viewer):
    about = a_referral()
    a_link(about=about)

    assert close_links(viewer, about=about) == 1


def test_the_open_street_closes_nothing():
    about = a_referral()
    a_link(about=about)

    assert close_links(Viewer.nobody(Door.PUBLIC), about=about) == 0


ABOUT = a_referral()


@pytest.mark.parametrize(
    ("viewer", "may"),
    [
        (visitor(ABOUT), True),
        (SYSTEM, True),
        (visitor(a_referral()), False),
        (visitor(Ref("need", ABOUT.id)), False),
        (replace(visitor(ABOUT), door=Door.PUBLIC), False),
        (STREET, False),
        (staff(Role.NAVIGATOR), False),
        (staff(*Role), False),
        (Viewer.nobody(Door.PUBLIC), False),
    ],
)
def test_only_who_came_in_for_this_record_may_use_bind_or_blank(viewer, may):
    made = a_link(about=ABOUT)

    for step in (partial(bind_link, device="phone"), use_link, partial(blank_link, device="phone")):
        if may:
            step(viewer, link_id=made.id)
        else:
            with pytest.raises(NotFound):
                step(viewer, link_id=made.id)


def test_who_came_in_for_the_link_itself_may_use_it():
    made = a_link()

    use_link(visitor(Ref("link", made.id)), link_id=made.id)

    assert SinglePurposeLink.objects.get().used_at is not None


def test_the_first_device_keeps_the_page_for_fifteen_minutes():
    about = a_referral()
    with clock.at(TUESDAY_NOON):
        made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
        blank_at = bind_link(visitor(about), link_id=made.id, device="phone")

    with clock.at(TUESDAY_NOON + timedelta(minutes=14, seconds=59)):
        again = bind_link(visitor(about), link_id=made.id, device="phone")

    assert blank_at == again == TUESDAY_NOON + timedelta(minutes=15)
    assert Event.objects.filter(kind="post.link_bound").count() == 1


def test_another_device_is_kept_out_and_changes_nothing():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    bind_link(visitor(about), link_id=made.id, device="phone")

    with pytest.raises(OtherDevice):
        bind_link(visitor(about), link_id=made.id, device="laptop")

    assert bind_link(visitor(about), link_id=made.id, device="phone")


@pytest.mark.parametrize("device", ["phone", "laptop"])
def test_after_fifteen_minutes_it_is_blank_for_ever_on_every_device(device):
    about = a_referral()
    with clock.at(TUESDAY_NOON):
        made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
        bind_link(visitor(about), link_id=made.id, device="phone")

    for later in (timedelta(minutes=15), timedelta(days=2)):
        with clock.at(TUESDAY_NOON + later):
            with pytest.raises(LinkBlank):
                bind_link(visitor(about), link_id=made.id, device=device)
            with pytest.raises(LinkBlank):
                opened(made, LinkPurpose.SEE_NAME)
            with pytest.raises(LinkBlank):
                use_link(visitor(about), link_id=made.id)


def test_blank_now_blanks_for_ever():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    bind_link(visitor(about), link_id=made.id, device="phone")

    blank_link(visitor(about), link_id=made.id, device="phone")
    blank_link(visitor(about), link_id=made.id, device="phone")

    with pytest.raises(LinkBlank):
        bind_link(visitor(about), link_id=made.id, device="phone")
    assert Event.objects.filter(kind="post.link_blanked").count() == 1


@pytest.mark.parametrize("is_bound", [True, False])
@pytest.mark.parametrize("device", ["laptop", ""])
def test_who_has_the_link_and_not_the_device_blanks_nothing(is_bound, device):
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    if is_bound:
        bind_link(visitor(about), link_id=made.id, device="phone")

    with pytest.raises(OtherDevice):
        blank_link(visitor(about), link_id=made.id, device=device)

    assert bind_link(visitor(about), link_id=made.id, device="phone")
    assert not Event.objects.filter(kind="post.link_blanked").exists()


def test_a_closed_link_shows_no_name_even_to_its_own_device():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    bind_link(visitor(about), link_id=made.id, device="phone")

    close_links(SYSTEM, about=about)

    with pytest.raises(LinkClosed):
        bind_link(visitor(about), link_id=made.id, device="phone")


def test_a_device_has_a_mark_and_only_its_digest_is_kept():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)

    with pytest.raises(BadInput):
        bind_link(visitor(about), link_id=made.id, device="")
    bind_link(visitor(about), link_id=made.id, device="phone-mark")

    assert SinglePurposeLink.objects.get().device_digest == hashlib.sha256(b"phone-mark").hexdigest()


def wrong_codes(about, made, *, times):
    for _ in range(times):
        count_wrong_try(visitor(about), link_id=made.id)


def test_the_tenth_wrong_code_closes_the_link_for_ever_and_says_so_once():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    wrong_codes(about, made, times=MOST_WRONG_TRIES - 1)
    assert opened(made, LinkPurpose.SEE_NAME).id == made.id

    wrong_codes(about, made, times=1)

    for work in (
        partial(opened, made, LinkPurpose.SEE_NAME),
        partial(bind_link, visitor(about), link_id=made.id, device="phone"),
        partial(count_wrong_try, visitor(about), link_id=made.id),
    ):
        with pytest.raises(LinkGuessed):
            work()
    [event] = Event.objects.filter(kind="post.link_guessed")
    assert (event.payload["about_id"], event.subject_id) == (str(about.id), made.id)


def test_opening_the_page_takes_no_wrong_code_back():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    wrong_codes(about, made, times=MOST_WRONG_TRIES - 1)
    bind_link(visitor(about), link_id=made.id, device="phone")

    wrong_codes(about, made, times=1)

    with pytest.raises(LinkGuessed):
        bind_link(visitor(about), link_id=made.id, device="phone")


def test_wrong_codes_on_one_link_close_no_other():
    about = a_referral()
    guessed, other = (a_link(about=about, purpose=LinkPurpose.SEE_NAME) for _ in range(2))

    wrong_codes(about, guessed, times=MOST_WRONG_TRIES)

    assert opened(other, LinkPurpose.SEE_NAME).id == other.id


def test_a_wrong_code_counts_only_for_who_came_in_by_the_link():
    made = a_link(about=a_referral())

    for stranger in (visitor(a_referral()), STREET, staff(Role.NAVIGATOR)):
        with pytest.raises(NotFound):
            count_wrong_try(stranger, link_id=made.id)

    assert SinglePurposeLink.objects.get(id=made.id).wrong_tries == 0


def test_a_link_that_is_over_counts_no_wrong_code():
    about = a_referral()
    made = a_link(about=about)
    close_links(SYSTEM, about=about)

    with pytest.raises(LinkClosed):
        count_wrong_try(visitor(about), link_id=made.id)

    assert not Event.objects.filter(kind="post.link_guessed").exists()


def test_a_link_says_each_thing_once_and_stays_open():
    about, done = a_referral(), []
    made = a_link(about=about)

    def say(said):
        def work():
            done.append(said)
            return uuid7()

        return say_once_by_link(visitor(about), link_id=made.id, said=said, work=work)

    say("phone_me")
    say("pause")
    for said in ("phone_me", "pause"):
        with pytest.raises(SaidAlready):
            say(said)

    assert done == ["phone_me", "pause"]
    use_link(visitor(about), link_id=made.id)
    with pytest.raises(LinkUsed):
        say("something else")


def test_another_link_about_the_same_record_says_it_again():
    about = a_referral()
    outcomes = [
        say_once_by_link(visitor(about), link_id=a_link(about=about).id, said="phone_me", work=uuid7)
        for _ in range(2)
    ]

    assert len(set(outcomes)) == 2


def test_what_failed_was_not_said():
    about = a_referral()
    made = a_link(about=about)

    def fails():
        raise Expired

    with pytest.raises(Expired):
        say_once_by_link(visitor(about), link_id=made.id, said="pause", work=fails)

    assert say_once_by_link(visitor(about), link_id=made.id, said="pause", work=uuid7)


def test_what_a_link_said_is_remembered_for_as_long_as_links_in_mails_open():
    assert KEY_DAYS >= VALID_DAYS
