"""The first page: a public front door, or straight on to where a member works."""

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role, Viewer
from kith.web.directory.facets import quick_options
from kith.web.frame import address_of, is_hosts_admin
from kith.web.pages import show
from kith.web.request import KithRequest
from kith.web.site.help_topics import help_topics

FIRST_PAGE = {
    Role.NAVIGATOR: "my_list",
    Role.CLINICIAN: "my_list",
    Role.COORDINATOR: "referral_inbox",
    Role.PARTNERSHIP_MANAGER: "agreements_list",
    Role.PRIVACY_OFFICER: "privacy_desk",
    Role.ADMIN: "team",
}


@require_safe
def home(request: KithRequest) -> HttpResponse:
    """Find help and what this is; a member or a person at their own page goes on to their first page."""
    first = first_page_of(request.viewer)
    if first:
        return HttpResponseRedirect(first)
    topics = help_topics(request.profile.left_out_pages)
    return show(request, "site/home.html", {"help_topics": topics, "quick": quick_options()})


def first_page_of(viewer: Viewer) -> str:
    """The address where this viewer's day begins; empty for the public front page."""
    if viewer.person_id is not None:
        return address_of("my_page")
    if is_hosts_admin(viewer, site_profile(viewer)):
        return address_of("site_settings")
    names = [name for role, name in FIRST_PAGE.items() if viewer.has(role)]
    return next(filter(None, map(address_of, names)), "")
