"""Search without login: found, nothing found, sensitive topics, and anything that can be typed."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.directory.models import SearchWithoutResult
from kith.directory.terms import SENSITIVE_TOPICS, Topic
from tests.factories.directory import a_host, a_place, a_service, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cache_table: None) -> Client:
    a_host()
    return Client()


def find(client: Client, **fields: str) -> str:
    response = client.post(reverse("find_help"), fields)
    assert response.status_code == 200
    return response.content.decode()


def test_before_a_search_there_are_topics_and_no_results(client: Client) -> None:
    a_service("Sewing circle")

    page = client.get(reverse("find_help")).content.decode()

    assert "Or press a topic" in page
    assert "Sewing circle" not in page


def test_words_are_sent_by_post_and_stand_in_no_address(client: Client) -> None:
    a_service("Sewing circle", details=at(a_place()))

    page = find(client, words="sewing", near="Northgate")

    assert "Sewing circle" in page
    assert "0.0 km" in page
    assert "words=" not in page
    assert '<form class="search-box" method="post"' in page


def test_an_ordinary_search_may_also_stand_in_the_address(client: Client) -> None:
    for _ in range(21):
        a_service("Sewing circle")

    page = client.get(reverse("find_help"), {"words": "sewing"}).content.decode()

    assert "21 places" in page
    assert "?page=2&amp;words=sewing" in page


@pytest.mark.parametrize("topic", sorted(SENSITIVE_TOPICS))
def test_a_sensitive_topic_leaves_no_trace(client: Client, topic: Topic) -> None:
    a_service("Open door", topics=[topic])

    response = client.post(reverse("find_help"), {"topic": topic.value})

    page = response.content.decode()
    assert "Open door" in page
    assert response["Cache-Control"] == "no-store"
    assert "<title>Find help" in page
    assert f"topic={topic.value}" not in page


def test_sensitive_words_leave_no_trace_either(client: Client) -> None:
    response = client.post(reverse("find_help"), {"words": "domestic violence"})

    assert response["Cache-Control"] == "no-store"


def test_the_next_page_is_asked_for_by_post(client: Client) -> None:
    for _ in range(21):
        a_service("Open door", topics=[Topic.ADDICTION])

    first = find(client, topic="addiction")
    second = find(client, topic="addiction", page="2")

    assert 'name="page" value="2"' in first
    assert "Page 2 of 2" in second
    assert second.count("result-card") == 1


def test_words_of_danger_bring_the_numbers_to_call_first(client: Client) -> None:
    page = find(client, words="suicide")

    assert "In danger now?" in page
    assert page.index("In danger now?") < page.index("0 places")


def test_nothing_found_says_what_to_do_and_counts_no_words(client: Client) -> None:
    page = find(client, words="somewhere to live with my dog Rex", near="Atlantis")

    assert "You can still get help" in page
    row = SearchWithoutResult.objects.get()
    assert (row.topic, row.language, row.area, row.times) == ("housing", "en", "", 1)


def test_looking_by_address_counts_nothing(client: Client) -> None:
    client.get(reverse("find_help"), {"words": "dentist"})

    assert not SearchWithoutResult.objects.exists()


def test_an_unknown_town_is_said(client: Client) -> None:
    a_service("Sewing circle")

    assert "We do not know a place called <bdi>Atlantis</bdi>" in find(
        client, words="sewing", near="Atlantis"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"page": "minus one", "words": "a"},
        {"page": "-1", "all": "1"},
        {"page": "٣", "all": "1"},
        {"page": "9" * 400, "all": "1"},
        {"topic": "unknown", "words": "a"},
        {"words": "x" * 10_000},
        {"words": '"(*: OR NOT'},
        {"near": "<script>alert(1)</script>"},
    ],
)
def test_whatever_is_sent_gets_a_calm_page(client: Client, fields: dict[str, str]) -> None:
    for response in (client.get(reverse("find_help"), fields), client.post(reverse("find_help"), fields)):
        assert response.status_code == 200
        assert b"<script>alert" not in response.content


def test_what_is_typed_comes_back_in_the_fields(client: Client) -> None:
    page = find(client, words='tea & "biscuits"', near="Northgate")

    assert 'value="tea &amp; &quot;biscuits&quot;"' in page
    assert 'value="Northgate"' in page


def test_arabic_is_served_from_its_own_address(client: Client) -> None:
    response = client.post("/ar/find/", {"words": "طعام"})

    assert response.status_code == 200
    assert b'dir="rtl"' in response.content
