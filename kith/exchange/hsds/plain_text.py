"""HTML in a text field, as plain lines."""

import re
from html.parser import HTMLParser

_TAG = re.compile(r"<\s*/?\s*[a-zA-Z!][^>]*>")
NEW_LINE = {"br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4"}
NEW_CELL = {"td", "th"}
UNREAD = {"script", "style"}


class _Words(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's)
        self.unread += tag in UNREAD
        self.words.append("\n" if tag in NEW_LINE else " " if tag in NEW_CELL else "")

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in UNREAD and self.unread > 0

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.words.append(data)


def plain_text(text: str) -> str:
    """The text without tags: rows become lines, cells are apart by a space. Text without tags stays."""
    if not _TAG.search(text):
        return text
    parser = _Words()
    parser.feed(text)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.words).split("\n"))
    return "\n".join(line for line in lines if line)
