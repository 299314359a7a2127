"""Words of danger, as people type them, in each language; and ordinary words, which raise no alarm."""

import pytest

from kith.directory.danger_words import DANGER_WORDS, is_danger
from kith.directory.folding import MOST_WORDS


@pytest.mark.parametrize(
    "words",
    [
        "I want to die",
        "My husband HITS me.",
        "how do i kill myself",
        "he will kill me",
        "I don't want to live any more",
        "self-harm",
        "food, suicide",
        "أريد أن أموت",
        "زوجي يضربني",
        "no quiero vivir",
        "mon mari me frappe",
        "waxaan rabaa inaan dhinto",
        "Чоловік б'є мене",
        "хочу померти",
    ],
)
def test_words_of_danger_are_seen_in_every_language(words: str) -> None:
    assert is_danger(words)


@pytest.mark.parametrize(
    "words", ["", "food", "somewhere to live", "سكن", "die Wohnung", "hit the road running club", "a b c"]
)
def test_ordinary_words_are_no_danger(words: str) -> None:
    assert not is_danger(words)


def test_a_long_text_is_read_to_its_end() -> None:
    assert is_danger("well " * MOST_WORDS * 3 + "I want to die")


def test_every_language_says_who_checked_its_words_or_that_nobody_did() -> None:
    assert {"en", "ar", "es", "fr", "so", "uk"} == set(DANGER_WORDS)
    assert all(isinstance(one.reviewed_by, str) for one in DANGER_WORDS.values())
