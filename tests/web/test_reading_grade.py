"""Promise 14: public and consent English at grade 6 or lower, pages for staff at 8 or lower."""

import html
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from django.test import Client

from kith.care.letters import ask_letter
from kith.core.actions.set_public_face import set_public_face
from kith.web.site.help_topics import HELP_TOPICS
from tests.factories.core_site import a_face
from tests.web.people_at_the_door import SYSTEM, a_site
from tests.web.reading_grade import grade, sentences_in, syllables
from tests.web.test_templates import ROOT, name_of, without_comments
from tests.web.test_translations import BLANKS

TEMPLATES = ROOT / "templates"
PUBLIC = sorted(
    path
    for folder in ("site", "directory", "kept", "portal", "answer", "errors")
    for path in (TEMPLATES / folder).rglob("*.html")
    if path.name not in {"background_jobs.html", "site_settings.html", "styleguide.html"}
)
STAFF = sorted(
    path
    for folder in ("care", "people", "partnerships", "privacy", "accounts", "account", "mfa")
    for path in (TEMPLATES / folder).rglob("*.html")
)
# A page that a form opens is written with its field behind a hash.
ADDRESSES = [
    *("/", "/help/", "/find/", "/privacy/", "/hide-your-tracks/", "/accessibility/", "/report-a-mistake/"),
    *(f"/help/#{topic.code}" if topic.is_posted else f"/help/{topic.code}/" for topic in HELP_TOPICS),
]
MOST_WORDS = 25
FEWEST_SENTENCES = 3


def strings_in(path: Path) -> list[str]:
    text = without_comments(path)
    short = re.findall(r"{%\s*translate\s+(?:\"([^\"]*)\"|'([^']*)')", text)
    long = re.findall(
        r"{%\s*blocktranslate.*?%}(.*?)(?:{%\s*plural\s*%}.*?)?{%\s*endblocktranslate", text, re.DOTALL
    )
    said = [a or b for a, b in short] + long
    return [re.sub(r"<[^>]*>", "", re.sub(r"{{.*?}}", "it", one)) for one in said]


def sentences_of(paths: list[Path]) -> list[str]:
    return [one for path in paths for said in strings_in(path) for one in sentences_in(said)]


def is_long_enough(path: Path) -> bool:
    """A grade says little of one or two sentences; those are read together with the others."""
    return len(sentences_of([path])) >= FEWEST_SENTENCES


@pytest.mark.parametrize("path", [path for path in PUBLIC if is_long_enough(path)], ids=name_of)
def test_public_pages_read_at_grade_6(path: Path) -> None:
    found = sentences_of([path])

    assert grade(found) <= 6, (round(grade(found), 1), found)


@pytest.mark.parametrize("path", [path for path in STAFF if is_long_enough(path)], ids=name_of)
def test_staff_pages_read_at_grade_8(path: Path) -> None:
    found = sentences_of([path])

    assert grade(found) <= 8, (round(grade(found), 1), found)


@pytest.mark.parametrize(("paths", "highest"), [(PUBLIC, 6), (STAFF, 8)], ids=["public", "staff"])
def test_all_pages_together_read_easily(paths: list[Path], highest: int) -> None:
    assert grade(sentences_of(paths)) <= highest


@pytest.mark.parametrize("room", ["consent", "disclosure"])
def test_what_is_said_of_consent_reads_at_grade_6(room: str) -> None:
    found = extract_from_dir(str(ROOT.parent / room), [("**.py", "python")], keywords={"_": None})
    said = [BLANKS.sub("it", words) for _file, _line, words, *_ in found if isinstance(words, str)]

    assert grade([one for words in said for one in sentences_in(words)]) <= 6


@pytest.mark.parametrize("area", ["site", "directory", "answer", "portal", "templatetags"])
def test_what_the_program_says_on_public_pages_reads_at_grade_6(area: str) -> None:
    found = sentences_of_program(ROOT / area)

    assert grade(found) <= 6, (round(grade(found), 1), found)


def test_what_the_program_says_to_staff_reads_at_grade_8() -> None:
    areas = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in {"templates", "locale"}]

    assert grade([one for area in areas for one in sentences_of_program(area)]) <= 8


def sentences_of_program(folder: Path) -> list[str]:
    """What labels, hints and errors of this folder's program say."""
    found = extract_from_dir(str(folder), [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)})
    said = [
        one for _file, _line, words, *_ in found for one in ([words] if isinstance(words, str) else words)
    ]
    return [one for words in said for one in sentences_in(BLANKS.sub("it", words))]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_whole_public_page_reads_at_grade_6(client: Client, address: str) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face())
    where, _hash, code = address.partition("#")
    answer = client.post(where, {"page": code}) if code else client.get(where)

    found = sentences_in(text_of(answer.content.decode()))

    assert len(found) >= FEWEST_SENTENCES
    assert grade(found) <= 6, (round(grade(found), 1), found)


def text_of(page: str) -> str:
    """What is read from top to bottom, a line for each block; without scripts and the head."""
    body = page[page.index("<body") :]
    lines = re.sub(
        r"</?(?:p|li|h\d|div|section|label|button|summary|dt|dd|ul|ol|a class)\b[^>]*>", "\n", body
    )
    return html.unescape(re.sub(r"<[^>]*>", "", lines))


def test_what_is_read_of_a_page_is_its_text_without_head_and_tags() -> None:
    page = "<head><title>A hard title.</title></head><body><p>One <b>two</b> three.</p><ul><li>It&#x27;s so.</ul>"

    assert sentences_in(text_of(page + "<p>Four five six.</p>")) == ["One two three.", "Four five six."]


def test_public_pages_have_no_long_sentence() -> None:
    assert not [one for one in sentences_of(PUBLIC) if len(one.split()) > MOST_WORDS]


def test_a_mail_to_a_partner_reads_at_grade_6() -> None:
    letter = ask_letter(language="en", site="Northgate", code_word="walnut", due="Friday", link="")

    assert grade(sentences_in(letter.body)) <= 6


@pytest.mark.parametrize(
    ("word", "count"),
    [("help", 1), ("people", 2), ("asked", 1), ("needed", 2), ("telephone", 3), ("agreement", 3)],
)
def test_syllables_are_counted_as_people_say_them(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_raise_the_grade() -> None:
    easy = ["We ask them if they have room.", "You can stop at any time."]
    hard = [
        "Confidentiality considerations necessitate prior authorisation of all interorganisational disclosures."
    ]

    assert grade(easy) < 4
    assert grade(hard) > 12
