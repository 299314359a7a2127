import pytest

from kith.directory.reading.placed_words import Placed, placed_words
from tests.factories.directory import a_place, a_service, at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places() -> None:
    for city, state, postcode in (
        ("Akron", "OH", "44304"),
        ("Mobile", "AL", "36602"),
        ("Silver Spring", "MD", "20901"),
        ("Springfield", "Massachusetts", "01103"),
    ):
        a_service(details=at(a_place(41.0, -81.5, city=city, state=state, postal_code=postcode)))


@pytest.mark.parametrize(
    ("typed", "words", "near"),
    [
        ("food pantry akron ohio", "food pantry", "akron, OH"),
        ("food pantry in Akron, OH", "food pantry", "akron, OH"),
        ("churches in mobile alabama", "churches", "mobile, AL"),
        ("food bank silver spring md", "food bank", "silver spring, MD"),
        ("brown bag springfield ma", "brown bag", "springfield, Massachusetts"),
        ("food, rent in Akron", "food, rent", "akron"),
        ("comida en Akron", "comida", "akron"),
        ("44304 food", "food", "44304"),
        ("pantry 44304", "pantry", "44304"),
        ("in akron", "", "akron"),
    ],
)
def test_a_place_with_a_sign_of_one_is_surely_meant(typed: str, words: str, near: str) -> None:
    assert placed_words(typed) == Placed(words, near, is_sure=True)


@pytest.mark.parametrize(
    ("typed", "words", "near"),
    [
        ("salvation army Akron", "salvation army", "akron"),
        ("akron shelter", "shelter", "akron"),
        ("mobile food bank", "food bank", "mobile"),
    ],
)
def test_a_town_alone_beside_other_words_may_be_meant(typed: str, words: str, near: str) -> None:
    assert placed_words(typed) == Placed(words, near, is_sure=False)


@pytest.mark.parametrize(
    "typed",
    ["", "akron", "44304", "food for me", "food in need", "food 99999", "akron in winter", "ohio food"],
)
def test_without_a_known_town_or_another_word_there_is_none(typed: str) -> None:
    found = placed_words(typed)

    assert found is None or not found.is_sure


def test_a_town_of_another_state_is_not_surely_meant() -> None:
    assert placed_words("food akron alabama") is None
