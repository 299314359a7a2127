"""Small things that templates cannot say by themselves."""

from collections.abc import Hashable, Mapping
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kith.core.ids import uuid7
from kith.web.directory.cards import checked_words
from kith.web.frame import address_of as address_of_page
from kith.web.known_words import in_readers_language

register = template.Library()

MOST_PARTS = 2000
NO_BREAK_SPACE = "\u00a0"
WORD_JOINER_HYPHEN = "\u2011"


@register.simple_tag
def once_key() -> SafeString:
    """The hidden key of a button's form: sent twice it has one effect."""
    return format_html('<input type="hidden" name="key" value="{}">', uuid7())


@register.simple_tag
def kept_part(template_name: str, shown: Hashable) -> SafeString:
    """A part that says the same wherever the same is shown to readers of one language: made once for both."""
    return _kept_part(template_name, shown, get_language() or "")


@lru_cache(maxsize=MOST_PARTS)
def _kept_part(template_name: str, shown: Hashable, _language: str) -> SafeString:
    return render_to_string(template_name, {"shown": shown})


@register.filter
def telephone(number: str) -> SafeString:
    """A telephone link whose number does not break over two lines and reads left to right."""
    link = '<a class="call" href="tel:{}"><bdi dir="ltr">{}</bdi></a>'
    return format_html(link, dialled(number), unbroken(number))


@register.filter
def dialled(number: str) -> str:
    """What a telephone dials: digits and a leading plus."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


@register.filter
def unbroken(words: str) -> str:
    """The words held on one line."""
    return words.replace(" ", NO_BREAK_SPACE).replace("-", WORD_JOINER_HYPHEN)


@register.simple_tag
def address_of(name: str) -> str:
    """The address of the page with this url name; empty if there is none."""
    return address_of_page(name)


@register.simple_tag(takes_context=True)
def same_page(context: Mapping[str, object], **changes: object) -> str:
    """This page's query with some parts changed: `?words=food&page=2`."""
    query = context["request"].GET.copy()  # type: ignore[attr-defined]
    for name, value in changes.items():
        query[name] = str(value)
    return "?" + urlencode(sorted(query.items()))


@register.filter(name="in_readers_language")
def _in_readers_language(words: str) -> str:
    """Words of ours in a field that anybody may fill, in the reader's language."""
    return in_readers_language(words)


@register.filter
def checked(confirmed_on: date | None) -> str:
    """How long ago a person confirmed a listing."""
    return checked_words(confirmed_on)
