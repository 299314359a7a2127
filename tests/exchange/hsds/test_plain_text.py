import pytest

from kith.exchange.hsds.plain_text import plain_text


@pytest.mark.parametrize(
    ("published", "plain"),
    [
        ("Call for hours", "Call for hours"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<b>Monday</b> 9&ndash;5<br>Tuesday", "Monday 9–5\nTuesday"),
        ("<table><tr><td>Mon</td><td>9 am</td></tr><tr><td>Tue</td></tr></table>", "Mon 9 am\nTue"),
        ("Hi<script>alert(1)</script> there<style>p{}</style>", "Hi there"),
        ("<p unclosed", "<p unclosed"),
    ],
)
def test_a_reader_gets_lines_without_tags(published: str, plain: str) -> None:
    assert plain_text(published) == plain
