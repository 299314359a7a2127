"""Words and nearness for the contenders."""

from bench.nearness import Around, in_order

NOWHERE = Around({}, frozenset({"a", "b", "c"}))
TOWN = Around({"a": 100.0, "b": 20.0, "c": 0.0}, frozenset({"a", "b", "c"}))


def _in_order(tiers: list[dict[str, float]], around: Around, *, is_filled: bool) -> list[str]:
    return in_order(tiers, around, near_share=0.6, is_filled=is_filled, depth=10)


def test_without_a_place_the_better_text_goes_first_and_equals_by_id() -> None:
    assert _in_order([{"c": 0.5, "b": 0.5, "a": 0.1}], NOWHERE, is_filled=False) == ["b", "c", "a"]


def test_later_tiers_follow_or_are_left_out() -> None:
    tiers = [{}, {"c": 0.1}, {"a": 0.9, "c": 0.9}]

    assert _in_order(tiers, NOWHERE, is_filled=True) == ["c", "a"]
    assert _in_order(tiers, NOWHERE, is_filled=False) == ["c"]


def test_what_is_near_goes_before_what_is_far_away() -> None:
    tiers = [{"a": 1.0, "b": 0.5, "c": 0.5}]

    assert _in_order(tiers, TOWN, is_filled=True) == ["c", "b", "a"]
    assert _in_order(tiers, TOWN, is_filled=False) == ["c", "b"]


def test_what_is_far_away_is_better_than_nothing() -> None:
    assert _in_order([{"a": 1.0}], TOWN, is_filled=False) == ["a"]


def test_help_by_phone_is_near_but_not_as_near() -> None:
    assert _in_order([{"phone": 0.5, "c": 0.5}], TOWN, is_filled=False) == ["c", "phone"]
