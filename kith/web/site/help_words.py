"""The words of a page about a topic, as one number: a review is of these and of no others."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.template.loader import get_template
from django.utils.translation import gettext

from kith.web.site.help_topics import HelpTopic

SHARED = ("site/help_page.html", "parts/how_it_works.html")
WORDS = re.compile(r"{%\s*translate\s+\"([^\"]*)\"")


def digest_of(topic: HelpTopic) -> str:
    """SHA-256 over the topic's words and those that all pages share, in the reader's language."""
    words = [
        str(topic.words),
        *(gettext(one) for name in (topic.template, *SHARED) for one in _words_in(name)),
    ]
    return sha256("\n".join(words).encode()).hexdigest()


@cache
def _words_in(name: str) -> list[str]:
    path = Path(str(get_template(name).template.origin.name))  # type: ignore[attr-defined]
    return WORDS.findall(path.read_text(encoding="utf-8"))
