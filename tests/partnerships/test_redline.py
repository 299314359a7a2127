from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kith.partnerships.redline import MOST_WORDS, Change, Piece, redline

WORDS = st.lists(st.sampled_from(["we", "answer", "within", "2", "3", "days", "\n", " ", ".", "–", "نجيب"]))
TEXTS = st.one_of(WORDS.map("".join), WORDS.map(" ".join), st.text(max_size=200))


def text_before(pieces: Sequence[Piece]) -> str:
    """The old text again."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.NEW)


def text_after(pieces: Sequence[Piece]) -> str:
    """The new text again."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.TAKEN_OUT)


@given(old=TEXTS, new=TEXTS)
def test_applying_a_redline_gives_the_new_text_and_undoing_it_the_old(old: str, new: str) -> None:
    pieces = redline(old, new)

    assert (text_before(pieces), text_after(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)


@given(text=TEXTS)
def test_the_same_text_has_no_change(text: str) -> None:
    assert {piece.change for piece in redline(text, text)} <= {Change.SAME}


def test_only_the_words_that_changed_are_marked() -> None:
    assert redline("We answer in 2 days.", "We answer in 3 days.") == (
        Piece(Change.SAME, "We answer in "),
        Piece(Change.TAKEN_OUT, "2"),
        Piece(Change.NEW, "3"),
        Piece(Change.SAME, " days."),
    )


def test_a_very_long_line_is_replaced_as_a_whole() -> None:
    old, new = "a " * MOST_WORDS, "a " * MOST_WORDS + "b"

    assert [piece.change for piece in redline(old, new)] == [Change.TAKEN_OUT, Change.NEW]
