"""Anybody may say that something here is wrong."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.post.actions.queue_message import queue_message
from kith.post.terms import MessageKind
from kith.web.forms import sent
from kith.web.hourly import count_this_hour
from kith.web.pages import form_page, show
from kith.web.request import KithRequest
from kith.web.site.report_forms import ReportMistakeForm

REPORTS_FROM_ONE = 10
REPORTS_AN_HOUR = 200
SITE = Ref("site", UUID(int=1))


@require_http_methods(["GET", "HEAD", "POST"])
def report_a_mistake(request: KithRequest) -> HttpResponse:
    """Say what is wrong; it goes as one message to the people who run the site. No sign-in."""
    form = ReportMistakeForm(sent(request))
    return form_page(
        request,
        "site/report_a_mistake.html",
        form=form,
        context={},
        work=lambda: send_report(request, form),
        then=lambda _id: reverse("mistake_reported"),
    )


@require_safe
def mistake_reported(request: KithRequest) -> HttpResponse:
    """Thank you."""
    return show(request, "site/mistake_reported.html", {})


def send_report(request: KithRequest, form: ReportMistakeForm) -> UUID:
    """Queue the report for the people who run the site. Raises TooMany above the hour's limits."""
    count_this_hour(request, "reports-of-mistakes", most_from_one=REPORTS_FROM_ONE, most=REPORTS_AN_HOUR)
    site = site_profile(request.viewer)
    said = form.cleaned_data
    return queue_message(
        request.viewer,
        about=SITE,
        person_id=None,
        organization_id=site.host_organization_id,
        sender_organization_id=request.viewer.organization_id,
        kind=MessageKind.MAIL,
        address=settings.DEFAULT_FROM_EMAIL,
        subject=_("Kith: somebody found a mistake"),
        body="\n\n".join(filter(None, [said["what"], said["where"], said["reply_to"]])),
        language=get_language() or settings.LANGUAGE_CODE,
        dedupe_key=f"report_a_mistake:{said['key']}",
        owner_user_id=site.duty_user_id,
    )
