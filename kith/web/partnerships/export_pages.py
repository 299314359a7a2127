"""Taking away all that an organisation holds of its partnerships."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_http_methods

from kith.directory.queries.services_of_organizations import services_of_organizations
from kith.directory.queries.whole_services import whole_services
from kith.exchange.hsds.to_body import to_body
from kith.exchange.partner_sheets.write_owned import write_owned
from kith.partnerships.queries.owned import EXPORTERS, owned
from kith.web.accounts.step_up import step_up
from kith.web.pages import show, staff_only
from kith.web.partnerships.roles import SHOW_OR_SEND
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*EXPORTERS)
@step_up
def export_ours(request: KithRequest) -> HttpResponseBase:
    """What the file holds; a press gives it. People who are helped are in none of it."""
    if request.method != "POST":
        return show(request, "partnerships/export_ours.html", {})
    found = owned(request.viewer)
    ids = services_of_organizations(request.viewer, organization_ids=[found.organization_id])
    listings = whole_services(request.viewer, service_ids=ids[found.organization_id])
    content = write_owned(found, [to_body("service", listing) for listing in listings])
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="partnerships.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
