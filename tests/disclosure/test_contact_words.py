"""How a person wants to be reached, said so that a busy worker can keep to it."""

from dataclasses import replace

from kith.disclosure.contact_words import contact_words, contact_words_masked
from tests.factories.disclosure import TEXTS_ONLY


def test_only_allowed_ways_are_named():
    assert contact_words(TEXTS_ONLY).startswith("Text messages only: +44 7700 900142.")
    by_phone = replace(TEXTS_ONLY, may_text=False, may_call=True)
    assert contact_words(by_phone).startswith("Phone: +44 7700 900142. No voice messages.")
    both = replace(TEXTS_ONLY, may_call=True, may_voicemail=True)
    assert "A voice message is fine. Text messages: +44" in contact_words(both)
    by_mail = replace(TEXTS_ONLY, may_text=False, may_mail=True, email="a@home.example")
    assert contact_words(by_mail).startswith("Mail: a@home.example.")


def test_hours_and_what_to_say_are_there():
    words = contact_words(TEXTS_ONLY)

    assert "Only at these times: Tuesday 16:00–20:00, Thursday 16:00–20:00." in words
    assert words.endswith("Say that it is about: the walking group.")


def test_a_preview_masks_number_and_address():
    rule = replace(TEXTS_ONLY, may_mail=True, email="a@home.example")

    words = contact_words_masked(rule)

    assert "ends 42" in words
    assert "900142" not in words
    assert "a@home.example" not in words


def test_days_in_a_row_with_the_same_hours_are_said_together():
    days = {0: ("09:00", "12:00"), 1: ("09:00", "12:00"), 2: ("10:00", "12:00"), 4: ("10:00", "12:00")}

    words = contact_words(replace(TEXTS_ONLY, days=days))

    assert "Monday to Tuesday 09:00–12:00, Wednesday 10:00–12:00, Friday 10:00–12:00." in words
