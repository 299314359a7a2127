"""Texts as the standard wants them written; what cannot be written so is left out, never sent wrong."""

import re
from datetime import datetime

from django.utils.encoding import iri_to_uri

from kith.exchange.hsds.standard import Shape

URI = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+\Z", re.IGNORECASE)
BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
EMAIL = re.compile(r"[^@\s<>()\[\],;:\"]+@[^@\s<>()\[\],;:\"]+\.[^@\s.<>()\[\],;:\"]+\Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\Z")


def in_shape(shape: Shape, text: str) -> str:
    """The text in this shape, or empty: a web address encoded, a day as its first moment."""
    if shape is Shape.URI:
        return _uri(text)
    if shape is Shape.EMAIL:
        return text.strip() if EMAIL.match(text.strip()) else ""
    if shape is Shape.MOMENT:
        return _moment(text.strip())
    return text


def _uri(text: str) -> str:
    written = iri_to_uri(text.strip())
    is_sound = URI.match(written) and not BROKEN_PERCENT.search(written) and written.count("#") <= 1
    return written if is_sound and not {"[", "]"}.intersection(written) else ""


def _moment(text: str) -> str:
    written = f"{text}T00:00:00Z" if DAY.match(text) else text
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return ""
    return written if MOMENT.match(written) else ""
