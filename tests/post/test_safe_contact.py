"""No message leaves outside the hours or by a channel that is off, for any rule and moment."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.post.safe_contact import SafeContact, address_for, may_go, next_moment, ways_to_write
from kith.post.terms import MessageKind
from tests.environment import scaled

ZONES = [
    "UTC",
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
]
MINUTES = st.integers(0, 1439).map(lambda minute: time(minute // 60, minute % 60))
HOURS = (
    st.tuples(MINUTES, MINUTES)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: (pair[0].isoformat("minutes"), pair[1].isoformat("minutes")))
)
RULES = st.builds(
    SafeContact,
    may_call=st.booleans(),
    may_text=st.booleans(),
    may_mail=st.booleans(),
    may_voicemail=st.booleans(),
    phone=st.sampled_from(["", "617 555 0142"]),
    email=st.sampled_from(["", "amina@home.example"]),
    days=st.dictionaries(st.integers(0, 6), HOURS),
    timezone=st.sampled_from(ZONES),
    say=st.just(""),
)
START = datetime(2026, 1, 1, tzinfo=UTC)
ORDINARY = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
# The nights in which clocks change in these zones.
NIGHTS = [(3, 8, 7), (11, 1, 6), (3, 29, 1), (10, 25, 1)]
CHANGES = st.builds(
    lambda night, minutes: datetime(2026, *night, tzinfo=UTC) + timedelta(minutes=minutes),
    st.sampled_from(NIGHTS),
    st.integers(-180, 180),
)
MOMENTS = st.one_of(ORDINARY, CHANGES)
MANY = settings(max_examples=scaled(20_000, least=300), deadline=None)


def lies_in_hours(rule, moment):
    """An oracle of its own: the wall clock beside the typed hours."""
    local = moment.astimezone(ZoneInfo(rule.timezone))
    hours = rule.days.get(local.weekday())
    return hours is not None and hours[0] <= local.strftime("%H:%M") and local.strftime("%H:%M") < hours[1]


@MANY
@given(rule=RULES, moment=MOMENTS, kind=st.sampled_from(MessageKind))
def test_what_may_go_is_on_has_an_address_and_lies_in_the_hours(rule, moment, kind):
    is_on = (rule.may_mail and rule.email) if kind is MessageKind.MAIL else (rule.may_text and rule.phone)

    assert may_go(rule, kind=kind, moment=moment) == bool(is_on and lies_in_hours(rule, moment))


@MANY
@given(rule=RULES, moment=MOMENTS)
def test_the_next_moment_is_not_before_and_lies_in_the_hours(rule, moment):
    found = next_moment(rule, moment=moment)

    if found is None:
        assert not rule.days
    else:
        assert found >= moment
        assert lies_in_hours(rule, found)


@MANY
@given(rule=RULES)
def test_a_way_to_write_is_one_that_is_on_and_has_an_address(rule):
    ways = ways_to_write(rule)

    assert (MessageKind.MAIL in ways) == bool(rule.may_mail and rule.email)
    assert (MessageKind.TEXT in ways) == bool(rule.may_text and rule.phone)
    assert all(address_for(rule, kind) for kind in ways)


def test_hours_that_the_change_to_summer_time_swallows_are_stepped_over():
    rule = SafeContact(
        may_call=False,
        may_text=False,
        may_mail=True,
        may_voicemail=False,
        phone="",
        email="amina@home.example",
        days={6: ("02:10", "02:50")},
        timezone="America/New_York",
        say="",
    )

    found = next_moment(rule, moment=datetime(2026, 3, 8, 5, 0, tzinfo=UTC))

    assert found == datetime(2026, 3, 15, 6, 10, tzinfo=UTC)
