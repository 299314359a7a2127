"""Close a person's own page: the wrong address, a stranger at it, or no longer wanted."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core.viewer import Role
from kith.people.actions import close_portal as closing
from kith.people.queries.person_page import person_page
from kith.web.accounts.step_up import step_up
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, staff_only
from kith.web.request import KithRequest


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
@step_up
def close_portal(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """Ask once more, then cut the login off at once."""

    def then(outcome: UUID) -> str:
        messages.success(request, _("The page is closed. You can make a new link."))
        return reverse("open_portal", args=[outcome])

    return form_page(
        request,
        "people/close_portal.html",
        form=KithForm(sent(request)),
        context={"person": person_page(request.viewer, person_id=person_id)},
        work=lambda: closing.close_portal(request.viewer, person_id=person_id),
        then=then,
    )
