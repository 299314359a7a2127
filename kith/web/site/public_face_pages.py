"""What visitors see of the site, for the admin of the host."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core.actions.set_public_face import set_public_face
from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role
from kith.web.forms import sent
from kith.web.pages import form_page, staff_only
from kith.web.request import KithRequest
from kith.web.site.public_face_forms import PublicFaceForm


@staff_only(Role.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def public_face(request: KithRequest) -> HttpResponse:
    """Say what visitors see: a name, further numbers, which pages. Only the host's admin finds this page."""
    site = site_profile(request.viewer)
    if site.host_organization_id != request.viewer.organization_id:
        raise NotFound
    form = PublicFaceForm(sent(request), initial=asdict(site))
    return form_page(
        request,
        "site/public_face.html",
        form=form,
        context={},
        work=lambda: keep_face(request, form),
        then=lambda _id: reverse("public_face"),
    )


def keep_face(request: KithRequest, form: PublicFaceForm) -> UUID:
    """Write what the form says."""
    said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    set_public_face(request.viewer, **said)
    messages.success(request, _("Saved."))
    return UUID(int=1)
