"""Someone is still at the keyboard."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from kith.web.request import KithRequest


@require_safe
def still_here(request: KithRequest) -> HttpResponse:
    """Nothing to show: that the session was used is noted on the way here. 204, or 403 once signed out."""
    return HttpResponse(status=204 if request.viewer.user_id else 403)
