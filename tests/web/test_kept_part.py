"""A part that is kept says what a part says that was made just now."""

from django.template import Context, Template
from django.utils.translation import override

from kith.web.directory.cards import ResultCard, Tag
from kith.web.directory.found_cards import Beside, FoundCard

ASKED = Template('{% load kith %}{% kept_part "directory/parts/result_card.html" found %}')


def a_card(name: str, *, checked: str = "Checked today") -> FoundCard:
    card = ResultCard(
        url="/services/1/",
        name=name,
        organization_name="Harbour House",
        organization_url="/organizations/1/",
        what="Warm meals.",
        tags=(Tag("Free", ""),),
        languages=(),
        checked=checked,
        contact_url="/services/1/contact/",
        phone=None,
        is_call_first=False,
        is_shut=False,
    )
    return FoundCard(card, 1, Beside("/services/2/", "Kitchen"))


def shown(found: FoundCard) -> str:
    return ASKED.render(Context({"found": found}))


def test_the_same_card_is_the_same_again() -> None:
    assert shown(a_card("Kitchen")) == shown(a_card("Kitchen"))


def test_whatever_is_another_on_a_card_is_seen() -> None:
    cards = [a_card("Kitchen"), a_card("Hall"), a_card("Kitchen", checked="Checked 1 day ago")]

    assert len({shown(card) for card in cards}) == 3
    assert "Checked 1 day ago" in shown(cards[2])


def test_each_language_has_its_own() -> None:
    english = shown(a_card("Kitchen"))

    with override("ar"):
        assert shown(a_card("Kitchen")) != english
    assert shown(a_card("Kitchen")) == english


def test_what_stands_in_a_listing_is_words_and_never_marks() -> None:
    assert "&lt;script&gt;" in shown(a_card("<script>"))
    assert "<script>" not in shown(a_card("<script>"))
