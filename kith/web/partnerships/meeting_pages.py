"""Meetings: plan one, change it, call it off, take it into a calendar."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kith.core import clock
from kith.core.errors import Denied
from kith.partnerships.actions import call_off_meeting as calling_off
from kith.partnerships.actions import change_meeting as changing
from kith.partnerships.actions import plan_meeting as planning
from kith.partnerships.meeting_check import MeetingPlan
from kith.partnerships.queries import meeting_page as one
from kith.partnerships.queries.meeting_page import MeetingPage
from kith.partnerships.queries.meeting_rhythm import MeetingRhythm, meeting_rhythm
from kith.partnerships.table_errors import MeetingIsOver
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, setting_page, show, staff_only
from kith.web.partnerships.calendar_file import CalendarEntry, calendar_file
from kith.web.partnerships.meeting_forms import MeetingForm, initial_plan
from kith.web.partnerships.partnership_pages import table_to_change
from kith.web.partnerships.roles import MAKERS, READERS, SHOW_OR_SEND
from kith.web.partnerships.table_time import local_time
from kith.web.request import KithRequest


@require_safe
@staff_only(*READERS)
def meeting_page(request: KithRequest, meeting_id: UUID) -> HttpResponseBase:
    """One meeting: when and where, its agenda, and what came of it."""
    page = one.meeting_page(request.viewer, meeting_id=meeting_id)
    return show(request, "partnerships/meeting_page.html", context_of(page))


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def plan_meeting(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Plan a meeting; where a rhythm is agreed, its next day and agenda stand there already."""
    page = table_to_change(request, partnership_id)
    rhythm = meeting_rhythm(request.viewer, partnership_id=partnership_id)
    form = MeetingForm(sent(request), initial=_suggested(rhythm, page.timezone))

    def work() -> UUID:
        return planning.plan_meeting(
            request.viewer, partnership_id=partnership_id, plan=form.plan(page.timezone)
        )

    template = "partnerships/plan_meeting.html"
    context = {"page": page, "rhythm": rhythm}
    return form_page(request, template, form=form, context=context, work=work, then=address_of_meeting)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_meeting(request: KithRequest, meeting_id: UUID) -> HttpResponseBase:
    """Say anew when, where and about what we meet."""
    page = meeting_to_change(request, meeting_id)
    plan = MeetingPlan(page.starts_at, page.minutes, page.place, page.agenda)
    form = MeetingForm(sent(request), initial=initial_plan(plan, page.timezone))

    def work() -> UUID:
        changing.change_meeting(request.viewer, meeting_id=meeting_id, plan=form.plan(page.timezone))
        return meeting_id

    template = "partnerships/change_meeting.html"
    context = context_of(page)
    return setting_page(request, template, form=form, context=context, work=work, then=address_of_meeting)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def call_off_meeting(request: KithRequest, meeting_id: UUID) -> HttpResponseBase:
    """Ask once more, then call it off."""
    page = meeting_to_change(request, meeting_id)

    def work() -> UUID:
        calling_off.call_off_meeting(request.viewer, meeting_id=meeting_id)
        return meeting_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The meeting is called off."))
        return address_of_meeting(outcome)

    template = "partnerships/call_off_meeting.html"
    form = KithForm(sent(request))
    return form_page(request, template, form=form, context=context_of(page), work=work, then=then)


@require_safe
@staff_only(*READERS)
def meeting_calendar(request: KithRequest, meeting_id: UUID) -> HttpResponseBase:
    """The meeting as a file for a calendar: its title says nothing."""
    page = one.meeting_page(request.viewer, meeting_id=meeting_id)
    entry = CalendarEntry(
        uid=f"{page.id}@kith",
        starts_at=page.starts_at,
        minutes=page.minutes,
        title=_("Meeting"),
        place=page.place,
        is_called_off=page.called_off_at is not None,
    )
    response = HttpResponse(
        calendar_file(entry, stamp=clock.now()), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def meeting_to_change(request: KithRequest, meeting_id: UUID) -> MeetingPage:
    """The meeting, for those who look after the table. Raises NotFound, Denied or MeetingIsOver."""
    page = one.meeting_page(request.viewer, meeting_id=meeting_id)
    if not page.may_look_after:
        raise Denied
    if request.method != "POST" and not page.may_change:
        raise MeetingIsOver
    return page


def context_of(page: MeetingPage) -> dict[str, object]:
    """What a meeting's pages show: its hours as they are at the table."""
    return {"page": page, "at": local_time(page.starts_at, page.timezone)}


def address_of_meeting(meeting_id: UUID) -> str:
    """The page of this meeting."""
    return reverse("meeting_page", kwargs={"meeting_id": meeting_id})


def _suggested(rhythm: MeetingRhythm | None, timezone: str) -> dict[str, object]:
    if rhythm is None:
        return {}
    plan = MeetingPlan(rhythm.suggested_at, rhythm.minutes, rhythm.where, rhythm.agenda)
    return initial_plan(plan, timezone)
