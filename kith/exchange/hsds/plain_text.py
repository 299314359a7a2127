"""HTML in a text field, as plain lines. However hostile the text, no sign is looked at often."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

COMMENT, COMMENT_END = "!--", "-->"
TAG = re.compile(r"(?P<end>/?)(?P<name>!--|!|[a-zA-Z][a-zA-Z0-9]*)")
TO_ITS_END = re.compile(r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
NEW_LINE = {"br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4"}
NEW_CELL = {"td", "th"}
UNREAD = {"script", "style", COMMENT}


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag, and the words that follow it."""

    name: str
    is_end: bool
    words: str


def plain_text(text: str) -> str:
    """The text without tags: rows become lines, cells are apart by a space. Text without tags stays."""
    before, *pieces = text.split("<")
    if not any(map(_tag_in, pieces)):
        return text
    read = unescape(before + "".join(_read(pieces)))
    lines = (" ".join(line.split()) for line in read.split("\n"))
    return "\n".join(line for line in lines if line)


def _read(pieces: Iterable[str]) -> Iterator[str]:
    """What a reader would see of the pieces, each of which stood behind a `<`."""
    unread = ""
    for piece in pieces:
        tag = _tag_in(piece)
        if unread:
            words = _after(unread, tag, piece)
            unread = unread if words is None else ""
            yield words or ""
        elif tag is None:
            yield "<" + piece
        elif tag.name in UNREAD and not tag.is_end:
            words = _after(tag.name, None, piece)
            unread = tag.name if words is None else ""
            yield words or ""
        else:
            yield _instead_of(tag.name) + tag.words


def _after(unread: str, tag: _Tag | None, piece: str) -> str | None:
    """The words behind the end of what nobody reads; None where it has no end in this piece."""
    if unread == COMMENT:
        _comment, is_ended, words = piece.partition(COMMENT_END)
        return words if is_ended else None
    return tag.words if tag is not None and tag.is_end and tag.name == unread else None


def _instead_of(name: str) -> str:
    if name in NEW_LINE:
        return "\n"
    return " " if name in NEW_CELL else ""


def _tag_in(piece: str) -> _Tag | None:
    """The tag at the beginning; None where none begins, or it has no end."""
    begun = TAG.match(piece)
    if begun is None:
        return None
    name, is_end = begun["name"].lower(), bool(begun["end"])
    whole = TO_ITS_END.match(piece)
    _inside, is_closed, words = piece.partition(">")
    if name == COMMENT or is_closed:
        return _Tag(name, is_end, piece[whole.end() :] if whole else words)
    return None
