"""A page says which named human has reviewed it, as long as its words stay the same."""

import re

import pytest
from django.test import Client
from django.utils import translation

from kith.core.models import PageReview
from kith.core.viewer import Role
from kith.web.site.help_topics import HELP_TOPICS
from kith.web.site.help_words import digest_of
from tests.web.people_at_the_door import a_site, an_organization, browser_of_member

pytestmark = pytest.mark.django_db
NOT_YET = "This page was not yet reviewed by a named person."


@pytest.fixture
def admin() -> Client:
    host_id = an_organization()
    a_site(host_id)
    return browser_of_member(Role.ADMIN, organization_id=host_id)


def form_in(page: str) -> dict[str, str]:
    """The hidden fields of the form for who has read the page."""
    form = re.search(r'<form method="post" action="(?:/ar)?/help/review/".*?</form>', page, re.DOTALL)
    assert form
    return dict(re.findall(r'type="hidden" name="(page|digest|key)" value="([^"]*)"', form[0]))


def test_the_admin_writes_down_who_has_read_a_page_and_visitors_see_it(admin: Client, client: Client) -> None:
    said = form_in(admin.get("/help/food/").content.decode())

    response = admin.post("/help/review/", {**said, "reviewer_name": "Amara <Okafor>"})

    assert response["Location"] == "/help/"
    page = client.get("/help/food/").content.decode()
    assert "Reviewed by <bdi>Amara &lt;Okafor&gt;</bdi> on" in page
    assert NOT_YET not in page
    assert NOT_YET in client.get("/help/home/").content.decode()
    assert "Amara" not in client.get("/ar/help/food/").content.decode()


def test_a_sensitive_page_is_reviewed_without_a_word_in_an_address(admin: Client, client: Client) -> None:
    said = form_in(admin.post("/help/", {"page": "hurt"}).content.decode())

    response = admin.post("/help/review/", {**said, "reviewer_name": "Amara Okafor"})

    assert response["Location"] == "/help/"
    assert "Amara Okafor" in client.post("/help/", {"page": "hurt"}).content.decode()


def test_words_that_changed_are_not_reviewed(admin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    said = form_in(admin.get("/help/food/").content.decode())
    admin.post("/help/review/", {**said, "reviewer_name": "Amara Okafor"})

    monkeypatch.setattr("kith.web.site.help_words.gettext", lambda words: words + "!")

    assert NOT_YET in admin.get("/help/food/").content.decode()


def test_what_changed_while_it_was_read_is_read_again(admin: Client) -> None:
    said = form_in(admin.get("/help/food/").content.decode())

    response = admin.post("/help/review/", {**said, "digest": "0" * 64, "reviewer_name": "Amara"})

    assert response.status_code == 422
    assert "This page has changed since you opened it." in response.content.decode()
    assert not PageReview.objects.exists()


def test_a_review_without_a_name_comes_back_with_the_page(admin: Client) -> None:
    said = form_in(admin.get("/help/food/").content.decode())

    response = admin.post("/help/review/", said)

    assert response.status_code == 422
    assert "<blockquote>" in response.content.decode()


def test_nobody_else_sees_or_sends_the_form(admin: Client, client: Client) -> None:
    said = form_in(admin.get("/help/food/").content.decode())
    elsewhere = browser_of_member(Role.ADMIN, organization_id=an_organization("Elsewhere"))

    for browser in (client, elsewhere):
        assert "/help/review/" not in browser.get("/help/food/").content.decode()
    assert elsewhere.post("/help/review/", {**said, "reviewer_name": "Eve"}).status_code == 404
    assert client.post("/help/review/", {**said, "reviewer_name": "Eve"}).status_code == 302
    assert not PageReview.objects.exists()


def test_each_page_has_its_own_digest_in_each_language() -> None:
    digests = set()
    for language in ("en", "ar"):
        with translation.override(language):
            digests |= {digest_of(topic) for topic in HELP_TOPICS}

    assert len(digests) == 2 * len(HELP_TOPICS)
