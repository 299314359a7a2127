"""Pages about a topic: what to do today, and no trace of what is sensitive."""

import logging
import re

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from kith.core.actions.set_public_face import set_public_face
from kith.directory.terms import SENSITIVE_TOPICS, Topic
from kith.web.site.help_topics import HELP_TOPICS, HelpTopic, help_topics
from tests.factories.core_site import a_face
from tests.web.people_at_the_door import SYSTEM, a_site

pytestmark = pytest.mark.django_db
OPEN = [topic for topic in HELP_TOPICS if not topic.is_posted]
POSTED = [topic for topic in HELP_TOPICS if topic.is_posted]


def code_of(topic: HelpTopic) -> str:
    return topic.code


def title_of(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page)
    assert found
    return found[1]


def opened(client: Client, topic: HelpTopic, *, language: str = "") -> str:
    """The page of the topic, opened as the list opens it."""
    if topic.is_posted:
        return client.post(f"{language}/help/", {"page": topic.code}).content.decode()
    return client.get(f"{language}/help/{topic.code}/").content.decode()


def test_what_could_give_someone_away_is_opened_by_a_form_only() -> None:
    assert {topic.code for topic in POSTED} == {"ending", "hurt", "new", "drink"}
    assert not [topic for topic in OPEN if not SENSITIVE_TOPICS.isdisjoint(topic.topics)]


@pytest.mark.parametrize("topic", POSTED, ids=code_of)
def test_no_address_opens_a_sensitive_page(client: Client, topic: HelpTopic) -> None:
    assert client.get(f"/help/{topic.code}/").status_code == 404
    assert client.get("/help/", {"page": topic.code}).content.decode().count("<blockquote>") == 0


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize("topic", POSTED, ids=code_of)
def test_a_sensitive_page_has_the_title_of_the_list_and_is_stored_nowhere(
    client: Client, topic: HelpTopic, language: str
) -> None:
    response = client.post(f"{language}/help/", {"page": topic.code})

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    page = response.content.decode()
    assert "<blockquote>" in page
    assert title_of(page) == title_of(client.get(f"{language}/help/").content.decode())


def test_no_log_names_a_sensitive_topic(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    client.post("/help/", {"page": "hurt"})

    assert "hurts" not in caplog.text
    assert "page=hurt" not in caplog.text


@pytest.mark.parametrize("topic", HELP_TOPICS, ids=code_of)
def test_each_page_says_what_to_do_what_to_say_and_what_relatives_can_do(
    client: Client, topic: HelpTopic
) -> None:
    a_site()

    page = opened(client, topic)

    for heading in ("What you can do today", "What may help", "What to say on the phone"):
        assert f"<h2>{heading}</h2>" in page
    for heading in ("What happens when you ask", "What you may ask for"):
        assert f"<h2>{heading}</h2>" in page
    assert ("If this is about someone you love" in page) != (topic.code == "relative")
    assert "This page was not yet reviewed by a named person." in page
    for code in topic.topics:
        assert f'name="topic" value="{code}"' in page


@pytest.mark.parametrize("topic", HELP_TOPICS, ids=code_of)
def test_each_page_leads_to_a_search_with_its_topic_chosen_and_posted(
    client: Client, topic: HelpTopic
) -> None:
    page = opened(client, topic)

    assert '<form method="post" action="/find/">' in page
    assert client.post("/find/", {"topic": topic.topics[0]}).status_code == 200


def test_where_someone_may_die_or_is_hurt_the_numbers_come_before_all_else(client: Client) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face())

    page = opened(client, HELP_TOPICS[1])

    numbers = page.index('aria-label="Numbers to call now"')
    assert page.index("<h1>") < numbers < page.index("<h2>")
    for link in ("tel:911", "tel:988", "sms:85258", "tel:08082000247"):
        assert f'href="{link}"' in page[numbers:]


def test_the_line_for_those_hurt_at_home_stands_only_where_it_is_about_that(client: Client) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face())

    shown = [topic.code for topic in HELP_TOPICS if "tel:08082000247" in opened(client, topic)]

    assert shown == ["hurt"]


def test_without_numbers_of_its_own_a_site_names_none(client: Client) -> None:
    page = opened(client, HELP_TOPICS[0])

    assert "Call the number for help in danger where you are." in page
    assert "tel:" not in page


def test_a_site_may_leave_out_pages_but_not_those_about_danger(client: Client) -> None:
    a_site()
    left_out = [topic.code for topic in HELP_TOPICS]
    set_public_face(SYSTEM, **a_face(left_out_pages=left_out))

    assert [topic.code for topic in help_topics(left_out)] == ["ending", "hurt"]
    assert client.get("/help/food/").status_code == 404
    assert "I need food today" not in client.get("/help/").content.decode()
    assert "<blockquote>" not in client.post("/help/", {"page": "new"}).content.decode()
    assert "<blockquote>" in client.post("/help/", {"page": "hurt"}).content.decode()


@pytest.mark.parametrize(
    "sent", [{}, {"page": ""}, {"page": "nothing"}, {"page": "../hurt"}, {"page": "x" * 9999}]
)
def test_nonsense_leads_to_the_list(client: Client, sent: dict[str, str]) -> None:
    response = client.post("/help/", sent)

    assert response.status_code == 200
    assert "What is it about?" in response.content.decode()


def test_a_sensitive_page_is_read_in_another_language_without_leaving_a_word(client: Client) -> None:
    page = opened(client, HELP_TOPICS[1])

    switch = re.search(r'<form method="post" action="/ar/help/" class="language">.*?</form>', page)
    assert switch
    assert '<input type="hidden" name="page" value="hurt">' in switch[0]
    assert "هناك من يؤذيني" in opened(client, HELP_TOPICS[1], language="/ar")


def test_an_open_page_is_read_in_another_language_as_every_page_is(client: Client) -> None:
    assert 'name="next" value="/help/food/"' in client.get("/help/food/").content.decode()


def test_what_to_know_before_stands_above_the_buttons(client: Client) -> None:
    for address in ("/", "/help/"):
        page = client.get(address).content.decode()

        assert page.index("Could someone look at your phone later?") < page.index('value="hurt"')


@pytest.mark.parametrize("topic", HELP_TOPICS, ids=code_of)
def test_each_page_costs_few_statements(
    client: Client, topic: HelpTopic, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_site()

    with django_assert_max_num_queries(3):
        opened(client, topic)


def test_every_topic_that_is_sensitive_by_itself_has_words_in_arabic() -> None:
    with translation.override("ar"):
        assert not [topic.code for topic in HELP_TOPICS if re.search("[a-z]", str(topic.words))]


def test_a_crisis_is_sensitive_too() -> None:
    assert HelpTopic("x", HELP_TOPICS[0].words, (Topic.CRISIS,)).is_posted
    assert not HelpTopic("x", HELP_TOPICS[0].words, (Topic.FOOD,)).is_posted
