"""How Babel finds the words to translate in Django's templates: see `locale/babel.cfg`."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

Keyword = tuple[int | tuple[int, int] | tuple[int, str], ...] | None
Found = tuple[int, str | tuple[str, ...], list[str], str | None]


def extract(
    template: BinaryIO,
    keywords: Mapping[str, Keyword],
    comment_tags: Collection[str],
    options: Mapping[str, str],
) -> Iterator[Found]:
    """Line, words, comments and context of each string, in order.

    Django turns the template into calls of `_()` on the same lines; Babel reads those as Python. Indents
    are taken off, because a template's are not Python's.
    """
    calls = templatize(template.read().decode(options.get("encoding", "utf-8")))
    source = "\n".join(line.strip() for line in calls.splitlines())
    yield from extract_python(BytesIO(source.encode()), keywords, comment_tags, {})
