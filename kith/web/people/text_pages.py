"""Texts that a colleague sends from their own phone."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.core.viewer import Role
from kith.post.actions import mark_sent_by_hand as marking
from kith.web.pages import act, staff_only
from kith.web.request import KithRequest


@require_POST
@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def mark_sent_by_hand(request: KithRequest, message_id: UUID) -> HttpResponseBase:
    """I have sent it; then back to the list."""

    def work() -> UUID:
        marking.mark_sent_by_hand(request.viewer, message_id=message_id)
        return message_id

    return act(request, work=work, then=lambda _id: reverse("my_list"))
