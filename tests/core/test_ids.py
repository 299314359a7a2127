import time

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.core.chain import made_at_ms
from kith.core.ids import Ref, uuid7


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = uuid7()

    assert made.version == 7
    assert made.variant == "specified in RFC 4122"


def test_an_id_carries_the_millisecond_it_was_made_in() -> None:
    before = time.time_ns() // 1_000_000

    made = made_at_ms(uuid7())

    assert made is not None
    assert before <= made <= time.time_ns() // 1_000_000


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=4))
def test_ids_of_later_milliseconds_sort_later(count: int) -> None:
    made = []
    for _ in range(count):
        made.append(uuid7())
        time.sleep(0.0011)

    assert made == sorted(made)
    assert [str(one) for one in made] == sorted(str(one) for one in made)


def test_ids_never_repeat() -> None:
    assert len({uuid7() for _ in range(20_000)}) == 20_000


def test_a_ref_reads_as_kind_and_id() -> None:
    one = uuid7()

    assert str(Ref("referral", one)) == f"referral/{one}"
