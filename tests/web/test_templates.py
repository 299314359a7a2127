"""Rules that every template keeps, read from the files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent / "kith" / "web"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if re.search(r"extends \"base.*block main", path.read_text(), re.DOTALL)]
TEXTS = sorted([*TEMPLATES, *(ROOT / "templates").rglob("*.txt")])
COMMENTS = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", re.DOTALL)
FORBIDDEN_WORDS = re.compile(
    r"\b(patients?|users?|tenants?|providers?|cases?|case file|client file|breach\w*|disclos\w*|refus\w*|reject\w*"
    r"|non-?compliant|(?:did|does) not engage|at risk)\b",
    re.IGNORECASE,
)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT / "templates"))


def without_comments(path: Path) -> str:
    return COMMENTS.sub("", path.read_text())


def words_on_screen(text: str) -> str:
    """What a person reads: translated strings and text between tags."""
    strings = re.findall(r"{%\s*translate\s+(?:\"([^\"]*)\"|'([^']*)')", text)
    blocks = re.findall(r"{%\s*blocktranslate.*?%}(.*?){%\s*endblocktranslate\s*%}", text, re.DOTALL)
    bare = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", text, flags=re.DOTALL)
    read = [
        *(a or b for a, b in strings),
        *(re.sub(r"{{.*?}}|<[^>]*>", " ", block) for block in blocks),
        bare,
    ]
    return "\n".join(read)


def matches(rule: str, text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(rule, text, re.DOTALL | re.IGNORECASE))


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_word_is_on_a_screen_that_docs_words_keeps_off_it(path: Path) -> None:
    assert not FORBIDDEN_WORDS.findall(words_on_screen(without_comments(path)))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_nothing_is_inline_that_the_policy_would_stop(path: Path) -> None:
    text = without_comments(path)

    assert not list(matches(r"<[^>]*\sstyle\s*=", text))
    assert not list(matches(r"<[^>]*\son[a-z]+\s*=", text))
    assert not list(matches(r"<style\b", text))
    assert not list(matches(r"<script\b(?![^>]*\bsrc=)", text))
    assert not list(matches(r"\bhref\s*=\s*[\"']javascript:", text))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    assert not list(
        matches(r"\b(?:src|srcset|href|action|poster)\s*=\s*[\"'](?:https?:)?//", without_comments(path))
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_each_button_says_what_it_does_when_pressed(path: Path) -> None:
    assert not [tag for tag in matches(r"<button\b[^>]*>", without_comments(path)) if " type=" not in tag]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_each_form_that_changes_something_carries_a_token(path: Path) -> None:
    forms = matches(r"<form\b[^>]*method=[\"']?post.*?</form>", without_comments(path))

    assert not [form[:80] for form in forms if "{% csrf_token %}" not in form]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_each_page_has_a_heading_of_the_first_rank(path: Path) -> None:
    text = without_comments(path)

    assert "<h1" in text or "{% include" in text


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_name_stands_in_the_title_of_a_window(path: Path) -> None:
    titles = matches(r"{%\s*block title\s*%}.*?{%\s*endblock", without_comments(path))

    assert not [title for title in titles if re.search(r"{{[^}]*(alias|name|person)", title)]


def test_planted_faults_are_seen() -> None:
    assert FORBIDDEN_WORDS.search(words_on_screen('{% translate "This patient refused" %}'))
    assert FORBIDDEN_WORDS.search(words_on_screen("<p>No breach.</p>"))
    assert not FORBIDDEN_WORDS.search(words_on_screen('<p class="case">{{ user.name }}</p>'))
