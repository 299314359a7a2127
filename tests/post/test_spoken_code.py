"""Six digits, read out on a phone and typed in by somebody in a hurry."""

import re

import pytest

from kith.post.spoken_code import digest_of_code, is_code, new_code


def test_a_code_is_six_digits_and_not_always_the_same():
    codes = {new_code() for _ in range(50)}

    assert all(re.fullmatch(r"[0-9]{6}", code) for code in codes)
    assert len(codes) > 40


@pytest.mark.parametrize("typed", ["012345", " 012 345 ", "012-345", "٠١٢٣٤٥", "۰۱۲ ۳۴۵"])
def test_spaces_and_the_script_of_the_digits_do_not_matter(typed):
    assert is_code(typed, digest_of_code("012345"))


@pytest.mark.parametrize("typed", ["", "12345", "0123456", "543210", "abcdef"])
def test_anything_else_is_not_the_code(typed):
    assert not is_code(typed, digest_of_code("012345"))


def test_where_no_digest_is_kept_nothing_is_the_code():
    assert not is_code("", "")
    assert not is_code("012345", "")


def test_the_same_code_has_another_digest_each_time_and_is_not_in_it():
    first, second = digest_of_code("012345"), digest_of_code("012345")

    assert first != second
    assert "012345" not in first
