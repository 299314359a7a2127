import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.languages import COMMON, TAG, language_choices, language_name, normal_tag


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("AR", "ar"), (" en-us ", "en-US"), ("zh_hant_tw", "zh-Hant-TW"), ("es-419", "es-419"), ("hmn", "hmn")],
)
def test_a_tag_is_kept_in_one_spelling(typed, kept):
    assert normal_tag(typed) == kept


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_tag_or_is_said_to_be_none(typed):
    try:
        kept = normal_tag(typed)
    except ValueError:
        return
    assert TAG.fullmatch(kept)
    assert normal_tag(kept) == kept


def test_every_offered_language_has_a_name_in_both_languages_of_the_pages():
    for shown_in in ("en", "ar"):
        names = dict(language_choices(shown_in=shown_in))
        assert set(names) == set(COMMON.split())
        assert not [tag for tag, name in names.items() if name == tag]


@pytest.mark.parametrize(
    ("tag", "shown_in", "name"),
    [
        ("ar", "en", "Arabic"),
        ("ar", "ar", "العربية"),
        ("prs", "en", "Dari"),
        ("es-MX", "en", "Spanish (Mexico)"),
        ("qqq", "en", "qqq"),
        ("ar", "qqq", "ar"),
    ],
)
def test_a_language_is_shown_by_name_or_else_by_its_tag(tag, shown_in, name):
    assert language_name(tag, shown_in=shown_in) == name
