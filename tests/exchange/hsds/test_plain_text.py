"""HTML in a text, as a reader would see it; and a hostile text costs no more than its length."""

import re

import pytest

from kith.exchange.hsds import plain_text as module
from kith.exchange.hsds.plain_text import plain_text


@pytest.mark.parametrize(
    ("published", "plain"),
    [
        ("Call for hours", "Call for hours"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<b>Monday</b> 9&ndash;5<br>Tuesday", "Monday 9–5\nTuesday"),
        ("<table><tr><td>Mon</td><td>9 am</td></tr><tr><td>Tue</td></tr></table>", "Mon 9 am\nTue"),
        ("Hi<script>if (a<b) alert('</b>')</script> there<style>p{}</STYLE>", "Hi there"),
        ('<a title="5 > 4" href=x>Here</a> < there', "Here < there"),
        ('<a title="5>Here', "Here"),
        ("By <!-- <b>not</b> > this -->hand<br/>", "By hand"),
        ("<p unclosed", "<p unclosed"),
    ],
)
def test_a_reader_gets_lines_without_tags(published: str, plain: str) -> None:
    assert plain_text(published) == plain


class Counting:
    """A pattern that adds up how many signs it was given."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.signs = pattern, 0

    def match(self, text: str) -> re.Match[str] | None:
        self.signs += len(text)
        return self.pattern.match(text)


@pytest.mark.parametrize(
    "piece", ["<a", "<a ", '<a "', "</", "<!--", "< ", "<script>", "<b><!-- ", "<b x='", "&lt;", "<b>&"]
)
def test_a_hostile_text_is_looked_at_twice_at_most(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = [Counting(module.TAG), Counting(module.TO_ITS_END)]
    monkeypatch.setattr(module, "TAG", counting[0])
    monkeypatch.setattr(module, "TO_ITS_END", counting[1])
    text = "<b>" + piece * 2000

    plain_text(text)

    assert max(one.signs for one in counting) <= 2 * len(text)
