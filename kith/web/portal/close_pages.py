"""I close my own page."""

from django.http.response import HttpResponseBase
from django.urls import reverse

from kith.core.errors import NotFound
from kith.people.actions.close_portal import close_portal
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, person_only
from kith.web.request import KithRequest


@person_only
def close_mine(request: KithRequest) -> HttpResponseBase:
    """Nobody can open my page after this, I neither, until my worker makes a new link."""
    person_id = request.viewer.person_id
    if person_id is None:
        raise NotFound
    return form_page(
        request,
        "portal/close_mine.html",
        form=KithForm(sent(request)),
        context={},
        work=lambda: close_portal(request.viewer, person_id=person_id),
        then=lambda _outcome: reverse("account_login"),
    )
