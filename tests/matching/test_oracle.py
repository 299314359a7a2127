"""The slow oracle itself, by hand: what it says here is what the engine must say."""

from uuid import UUID

from kith.matching.answers import Reason, Test, Verdict
from kith.matching.documents import Document, Site, Week
from kith.matching.questions import Circle, Need, Where
from tests.matching.made_up import SCHEMA
from tests.matching.oracle import explain, match, slots_of

MONDAY_MORNING = 1 << 1
ROOM = Site(43.0, -79.0, week=Week("UTC", ((540, 720),)))
HOSTEL = Document(
    id=UUID(int=7),
    words=(),
    codes=("c1", "c2"),
    languages=("ar", "en"),
    facts=("steps-none",),
    minimum_age=18,
    places=5,
    quality=1.0,
    sites=(ROOM,),
)
BY_PHONE = Document(id=UUID(int=8), words=(), codes=("c1",), areas=("xx",))
NEAR = Where(Circle(43.0, -79.0, 10.0), areas=("xx",))


def test_every_share_of_the_score_adds_up() -> None:
    need = Need(codes=("c1", "c2"), where=NEAR, slots=MONDAY_MORNING, languages=("ar",), age=30)

    (first, second) = match([BY_PHONE, HOSTEL], SCHEMA, need).fits

    assert (first.id, first.score, first.km, first.verdict) == (HOSTEL.id, 950_000, 0.0, Verdict.PROBABLY)
    assert (second.id, second.score, second.km, second.verdict) == (BY_PHONE.id, 175_000, None, Verdict.MAYBE)


def test_what_is_not_known_is_asked_and_what_is_denied_is_no() -> None:
    need = Need(codes=("c1",), where=NEAR, must=("steps-none", "sign"), languages=("fr",))

    hostel, by_phone = explain([BY_PHONE, HOSTEL], SCHEMA, need, [HOSTEL.id, BY_PHONE.id])

    assert hostel.verdict is Verdict.NO
    assert Reason(Test.LANGUAGE, False) in hostel.reasons
    assert Reason(Test.ACCESS, True, ("steps-none",)) in hostel.reasons
    assert Reason(Test.ACCESS, None, ("sign",)) in hostel.reasons
    assert Reason(Test.LANGUAGE, None) in by_phone.reasons
    assert by_phone.verdict is Verdict.MAYBE
    assert match([BY_PHONE, HOSTEL], SCHEMA, need).fell == {Test.LANGUAGE: 1}


def test_a_range_over_the_end_of_the_week_is_open_on_monday() -> None:
    assert slots_of(Week("UTC", ((6 * 1440 + 1320, 6 * 1440 + 1800),))) == 1 << 27 | 1 << 0
    assert slots_of(Week("UTC", ((360, 720),))) == MONDAY_MORNING
