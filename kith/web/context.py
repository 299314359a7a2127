"""Gives every template its frame."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kith.web.frame import frame_of


def page_frame(request: HttpRequest) -> dict[str, object]:
    """`frame` for `base.html`, worked out only if a template asks for it."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}
