"""Pages of plain words that anybody may read."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from kith.web.pages import show
from kith.web.request import KithRequest


@require_safe
def privacy_and_choices(request: KithRequest) -> HttpResponse:
    """What Kith keeps, what it never keeps, and what a person may choose."""
    return show(request, "site/privacy_and_choices.html", {})


@require_safe
def hide_your_tracks(request: KithRequest) -> HttpResponse:
    """What a phone remembers after a visit here, and how to take it away."""
    return show(request, "site/hide_your_tracks.html", {})


@require_safe
def accessibility(request: KithRequest) -> HttpResponse:
    """How these pages may be used, and what is known not to work yet."""
    return show(request, "site/accessibility.html", {})
