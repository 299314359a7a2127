import re
from uuid import UUID

import pytest
from django import forms
from django.test import Client

from kith.core.ids import uuid7
from kith.web.forms import KithForm
from tests.web.pages_that_fail import DONE

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.pages_that_fail")]


@pytest.fixture(autouse=True)
def nothing_done_yet() -> None:
    DONE.clear()


def key_in(page: str) -> UUID:
    found = re.search(r'name="key" value="([^"]+)"', page)
    assert found
    return UUID(found[1])


def test_each_form_shown_has_a_key_of_its_own(client: Client) -> None:
    first, second = (key_in(client.get("/need/").content.decode()) for _ in range(2))

    assert first != second


def test_a_double_click_has_one_effect_and_one_answer(client: Client) -> None:
    said = {"words": "company", "key": uuid7()}

    answers = [client.post("/need/", said) for _ in range(2)]

    assert len(DONE) == 1
    assert [answer["Location"] for answer in answers] == [f"/made/{DONE[0]}/"] * 2


def test_a_button_pressed_twice_has_one_effect(client: Client) -> None:
    key = uuid7()

    for _ in range(2):
        client.post("/press/", {"key": key})

    assert len(DONE) == 1


def test_a_key_belongs_to_its_form_alone(client: Client) -> None:
    key = uuid7()

    first = client.post("/press/", {"key": key})
    other = client.post("/need/", {"words": "company", "key": key})

    assert len(DONE) == 2
    assert first["Location"] != other["Location"]


@pytest.mark.parametrize(
    "said",
    [{"words": "other words"}, {"words": "company", "more": "and tea"}, {"words": "company", "go": "b"}],
)
def test_the_same_form_sent_back_with_other_words_or_another_button_is_another_wish(
    client: Client, said: dict[str, str]
) -> None:
    key = uuid7()
    client.post("/need/", {"words": "company", "key": key})

    answer = client.post("/need/", {**said, "key": key})

    assert answer["Location"] == f"/made/{DONE[1]}/"


def test_the_seal_against_forged_forms_is_no_part_of_the_wish(client: Client) -> None:
    key = uuid7()

    for seal in ("one", "two"):
        client.post("/need/", {"words": "company", "key": key, "csrfmiddlewaretoken": seal})

    assert len(DONE) == 1


def test_a_form_that_states_how_things_are_holds_each_time_it_is_sent(client: Client) -> None:
    key = uuid7()

    for words in ("company", "nothing", "company"):
        client.post("/state/", {"words": words, "key": key})

    assert len(DONE) == 3
    assert client.post("/state/", {"key": key}).status_code == 422


@pytest.mark.parametrize("key", ["", "not-a-key", "💥"])
def test_a_form_without_a_usable_key_still_works(client: Client, key: str) -> None:
    response = client.post("/need/", {"words": "company", "key": key})

    assert response.status_code == 302
    assert len(DONE) == 1


def test_an_invalid_form_keeps_key_and_entries_and_answers_422(client: Client) -> None:
    key = uuid7()

    response = client.post("/need/", {"more": "I wrote this", "key": key})

    page = response.content.decode()
    assert response.status_code == 422
    assert "I wrote this" in page
    assert key_in(page) == key
    assert not DONE


def test_an_error_is_tied_to_its_field_and_linked_from_the_summary(client: Client) -> None:
    page = client.post("/need/", {}).content.decode()

    assert 'href="#id_words"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_words_helptext id_words_error"' in page
    assert 'id="id_words_error"' in page
    assert "Please fill this in." in page


def test_bad_input_from_an_action_stands_beside_its_field(client: Client) -> None:
    response = client.post("/need/", {"words": "refuse", "more": "kept"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "Not these words." in page
    assert 'href="#id_words"' in page
    assert "kept" in page


def test_after_bad_input_the_same_key_can_still_have_its_effect(client: Client) -> None:
    key = uuid7()
    client.post("/need/", {"words": "refuse", "key": key})

    client.post("/need/", {"words": "company", "key": key})

    assert len(DONE) == 1


def test_a_stale_page_gets_the_conflict_page(client: Client) -> None:
    assert client.post("/need/", {"words": "conflict"}).status_code == 409


def test_looking_has_no_effect(client: Client) -> None:
    client.get("/need/?words=company")
    client.head("/need/")

    assert not DONE


def test_optional_fields_say_so(client: Client) -> None:
    page = client.get("/need/").content.decode()

    assert page.count("(if you like)") == 1


def test_free_words_run_in_their_own_direction() -> None:
    class Words(KithForm):
        line = forms.CharField()
        lines = forms.CharField(widget=forms.Textarea)
        code = forms.CharField(widget=forms.TextInput(attrs={"dir": "ltr"}))
        email = forms.EmailField()
        day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))

    form = Words()

    assert [name for name in ("line", "lines", "email", "day") if 'dir="auto"' in str(form[name])] == [
        "line",
        "lines",
    ]
    assert 'dir="ltr"' in str(form["code"])
