"""Search without login: found, nothing found, sensitive topics, and anything that can be typed."""

import gzip
import re

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.directory.actions.set_places import set_places
from kith.directory.actions.tag_service import tag_service
from kith.directory.models import SearchWithoutResult
from kith.directory.records import PhoneRecord, ServiceDetails
from kith.directory.terms import SENSITIVE_TOPICS, OrganizationKind, Topic
from tests.browser.forms import forms_of
from tests.factories.directory import SYSTEM, a_host, a_place, a_service, an_organization, at, own_taxonomies

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
    assert '<form class="search-box" id="find" method="post"' in page


def test_an_ordinary_search_may_also_stand_in_the_address(client: Client) -> None:
    for _ in range(21):
        a_service("Sewing circle")

    page = client.get(reverse("find_help"), {"all": "1"}).content.decode()

    assert "21 places" in page
    assert 'form="find" class="secondary" name="page" value="2"' in page


@pytest.mark.parametrize("wish", [("words", "hidden"), ("topic", "addiction"), ("fact", "safety-no-police")])
def test_words_and_what_is_sensitive_are_not_looked_for_in_an_address(
    client: Client, wish: tuple[str, str]
) -> None:
    a_service("Hidden door", topics=[Topic.ADDICTION])

    response = client.get(reverse("find_help"), dict([wish]))

    page = response.content.decode()
    assert "Hidden door" not in page
    assert 'name="page"' not in page
    assert "Or press a topic" in page
    assert 'value="hidden"' not in page
    assert response["Cache-Control"] == "no-store"


def test_what_may_stand_in_an_address_is_still_looked_for_beside_it(client: Client) -> None:
    a_service("Warm bread", topics=[Topic.FOOD])
    a_service("Hidden door", topics=[Topic.ADDICTION])

    page = client.get(reverse("find_help"), {"words": "door", "topic": ["food", "addiction"]})

    assert "Warm bread" in page.content.decode()
    assert "Hidden door" not in page.content.decode()


def test_words_of_danger_in_an_address_bring_the_numbers_to_call_too(client: Client) -> None:
    response = client.get(reverse("find_help"), {"words": "I want to die"})

    assert 'class="notice warn call-lines"' in response.content.decode()
    assert response["Cache-Control"] == "no-store"


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


@pytest.mark.parametrize(
    ("address", "words"), [("/find/", "I want to die"), ("/ar/find/", "زوجي يضربني"), ("/find/", "suicide")]
)
def test_words_of_danger_bring_the_numbers_to_call_first(client: Client, address: str, words: str) -> None:
    response = client.post(address, {"words": words})

    page = response.content.decode()
    main = page[page.index("<main") :]
    assert 'href="tel:999"' in main
    assert 'href="tel:116123"' in main
    assert main.index('href="tel:999"') < main.index('name="words"')
    assert response["Cache-Control"] == "no-store"


def test_danger_is_seen_also_behind_what_is_too_long_to_look_for(client: Client) -> None:
    page = find(client, words="well " * 40 + "I want to die")

    assert 'class="notice warn call-lines"' in page
    assert "We looked for the first 100 letters only" in page


def test_nothing_found_says_what_to_do_and_counts_no_words(client: Client) -> None:
    page = find(client, words="somewhere to live with my dog Rex", near="Atlantis")

    assert "You can still get help" in page
    row = SearchWithoutResult.objects.get()
    assert (row.topic, row.language, row.area, row.times) == ("housing", "en", "", 1)


def test_looking_by_address_counts_nothing(client: Client) -> None:
    page = client.get(reverse("find_help"), {"topic": "food"}).content.decode()

    assert "You can still get help" in page
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
        {"near": "91.5,-200"},
        {"words": "'; DROP TABLE directory_service; --", "near": "' OR 1=1"},
        {
            "fact": "cost-%s",
            "language": "../..",
            "age": "-5",
            "day": "8",
            "hour": "99",
            "sort": "none",
            "km": "1e9",
        },
        {"age": "9" * 40, "open": "never", "places": "x", "afar": "x", "all": "1"},
        {"without": "fact:%", "instead": "x" * 10_000, "only": "unknown", "all": "1"},
    ],
)
def test_whatever_is_sent_gets_a_calm_page(client: Client, fields: dict[str, str]) -> None:
    for response in (client.get(reverse("find_help"), fields), client.post(reverse("find_help"), fields)):
        assert response.status_code == 200
        assert b"<script>alert" not in response.content


def test_a_sign_that_no_text_can_hold_is_turned_away_calmly(client: Client) -> None:
    response = client.post(reverse("find_help"), {"words": "a\x00b", "fact": "\x00"})

    assert response.status_code == 400
    assert b"<h1" in response.content


def test_what_is_typed_comes_back_in_the_fields(client: Client) -> None:
    page = find(client, words='tea & "biscuits"', near="Northgate")

    assert 'value="tea &amp; &quot;biscuits&quot;"' in page
    assert 'value="Northgate"' in page


def test_arabic_is_served_from_its_own_address(client: Client) -> None:
    response = client.post("/ar/find/", {"words": "طعام"})

    assert response.status_code == 200
    assert b'dir="rtl"' in response.content


def test_every_control_belongs_to_the_one_form_and_says_what_was_asked(client: Client) -> None:
    own_taxonomies()
    for _ in range(21):
        service_id = a_service(
            "Sewing circle", languages=["ar"], topics=[Topic.COMPANY], details=at(a_place())
        )
        tag_service(SYSTEM, service_id=service_id, codes=["culture-steps"])

    page = client.post(
        reverse("find_help"),
        {
            "words": "sewing",
            "near": "Northgate",
            "topic": "company",
            "language": "ar",
            "fact": "culture-steps",
            "age": "30",
            "km": "10",
            "sort": "near",
        },
    ).content.decode()

    form = next(one for one in forms_of(page) if one.id == "find")
    sent = {name: value for name, value in form.filled({}) if name != "csrfmiddlewaretoken"}
    assert sent == {
        "words": "sewing",
        "near": "Northgate",
        "topic": "company",
        "language": "ar",
        "fact": "culture-steps",
        "age": "30",
        "km": "10",
        "sort": "near",
        "day": "",
        "hour": "12",
    }
    assert ("page", "2") in form.buttons
    assert ("without", "fact:culture-steps") in form.buttons


def test_wishes_are_offered_with_how_many_there_would_be(client: Client) -> None:
    a_service("Sewing circle", languages=["ar"])
    a_service("Sewing school", languages=["en"])

    page = find(client, words="sewing")

    assert re.search(
        r'name="language" value="ar"> <span lang="ar">العربية</span> <span class="count">1<', page
    )
    assert 'value="food"' not in page


def test_only_results_on_the_map_have_a_number_and_the_map_has_the_same(client: Client) -> None:
    a_service("A line to call")
    a_service("Here", details=at(a_place()))
    a_service("A secret house", details=at(a_place(52.96, -1.16, is_confidential=True)))

    page = find(client, near="Northgate")

    assert page.count('class="pin"') == 2, "one card, and its line in the words of the map"
    assert page.count('<g class="dot">') == 1
    assert page.index('<ol class="results">') < page.index("<svg")
    assert "52.9" not in page


def test_without_a_place_there_is_no_map_and_no_number(client: Client) -> None:
    a_service("A line to call")

    page = find(client, words="line")

    assert "<svg" not in page
    assert "pin" not in page


def test_what_is_full_or_shut_is_not_asked_but_called(client: Client) -> None:
    phone = PhoneRecord(number="020 7946 0001")
    full = a_service("Full house", details=ServiceDetails(phones=(phone,)))
    set_places(SYSTEM, service_id=full, places_left=0, as_of=clock.now())

    page = find(client, words="full")

    assert "Please contact me" not in page
    assert 'href="tel:02079460001"' in page
    assert "Call and ask when they will" in page


def test_a_line_to_call_is_called_first(client: Client) -> None:
    own_taxonomies()
    details = ServiceDetails(phones=(PhoneRecord(number="020 7946 0001"),))
    tag_service(SYSTEM, service_id=a_service("A line", details=details), codes=["setting-phone"])

    page = find(client, words="line")

    assert page.index("tel:02079460001") < page.index("Please contact me")


def test_beside_a_faith_group_stands_one_that_is_none(client: Client) -> None:
    mosque = an_organization("Mosque", kind=OrganizationKind.FAITH)
    a_service("Food at the mosque", organization_id=mosque, topics=[Topic.FOOD])
    other = a_service("Food of neighbours", topics=[Topic.FOOD])

    page = find(client, words="food")

    assert f'Not run by a faith group: <a href="{reverse("service_page", args=[other])}">' in page


def test_nothing_found_offers_ways_on_that_find_something(client: Client) -> None:
    a_service("Bread", topics=[Topic.FOOD], languages=["en"])

    page = find(client, words="zzz", topic="food")
    assert 'name="without" value="words">Without your words' in page
    assert 'href="tel:116123"' in page

    assert "Bread" in find(client, words="zzz", topic="food", without="words")
    assert "Bread" in find(client, words="zzz", only="food")
    assert "Bread" in find(client, words="zzz", without="everything")


def test_a_wrong_word_is_mended_and_it_is_said(client: Client) -> None:
    a_service("Counselling for couples")

    assert "Nobody writes “<bdi>cuoples</bdi>” here" in find(client, words="cuoples")


def test_open_now_stands_before_or_open_on_also_where_nothing_is_open(client: Client) -> None:
    a_service("Sewing circle")

    page = find(client, words="sewing")

    said = re.sub(r"<[^>]*>", " ", page[page.index("<legend>Open</legend>") :])
    assert said.split()[:6] == ["Open", "Open", "now", "0", "Or", "open"]


def test_a_page_says_the_same_in_arabic(client: Client) -> None:
    own_taxonomies()
    service_id = a_service("Bread", topics=[Topic.FOOD], languages=["ar"], details=at(a_place()))
    tag_service(SYSTEM, service_id=service_id, codes=["culture-steps"])

    page = client.post("/ar/find/", {"words": "طعام", "near": "Northgate"}).content.decode()

    for words in ("مكان واحد", "بلا درج", "خريطة هذه القائمة", "العربية", "الأنسب أولًا"):
        assert words in page, words
    assert not re.search(r">(Open now|Narrow this list|Getting in|Map)<", page)


def test_a_page_of_results_is_light(client: Client) -> None:
    own_taxonomies()
    for at_once in range(20):
        service_id = a_service(f"Sewing circle {at_once}", languages=["ar", "en"], details=at(a_place()))
        tag_service(SYSTEM, service_id=service_id, codes=["culture-steps", "cost-free", "setting-place"])

    whole = find(client, words="sewing", near="Northgate").encode()

    assert len(gzip.compress(whole)) < 12_000
