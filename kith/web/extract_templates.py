"""How Babel finds the words to translate in Django's templates: see `locale/babel.cfg`."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

Found = tuple[int, str, object, list[str]]


def extract(
    template: BinaryIO,
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, str],
) -> Iterator[Found]:
    """Line, function, words and comments of each string, in order.

    Django turns the template into calls of `_()` on the same lines; Babel reads those as Python. Indents
    are taken off, because a template's are not Python's.
    """
    calls = templatize(template.read().decode())
    source = "\n".join(line.strip() for line in calls.splitlines())
    yield from extract_python(BytesIO(source.encode()), keywords, comment_tags, options)
