"""The site's own settings, for the admin of the host."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.accounts.queries.colleagues import colleagues
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.errors import NotFound
from kith.core.queries.site_profile import SiteProfilePage, site_profile
from kith.core.viewer import Role
from kith.web.forms import sent
from kith.web.pages import form_page, staff_only
from kith.web.request import KithRequest
from kith.web.site.settings_forms import SiteSettingsForm


@staff_only(Role.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def site_settings(request: KithRequest) -> HttpResponse:
    """Say whose site this is, and which numbers to call. Only the host's admin finds this page."""
    site = site_profile(request.viewer)
    if site.host_organization_id != request.viewer.organization_id:
        raise NotFound
    form = SiteSettingsForm(sent(request), initial=asdict(site))
    form.offer_duty([(line.user_id, line.name) for line in colleagues(request.viewer)])
    return form_page(
        request,
        "site/site_settings.html",
        form=form,
        context={"site": site},
        work=lambda: keep_settings(request, form, site),
        then=lambda _id: reverse("site_settings"),
    )


def keep_settings(request: KithRequest, form: SiteSettingsForm, site: SiteProfilePage) -> UUID:
    """Write what the form says; the host and the made-up mark stay as they are."""
    said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    set_site_profile(
        request.viewer, host_organization_id=site.host_organization_id, is_demo=site.is_demo, **said
    )
    messages.success(request, _("Saved."))
    return UUID(int=1)
