"""Changing how a partner wants to be asked: its days, pauses, limit and code word."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.core.errors import Denied
from kith.partnerships.actions import ask_for_proposal as asking
from kith.partnerships.actions import change_code_word as word_change
from kith.partnerships.actions import pause_asks as pausing
from kith.partnerships.actions import resume_asks as resuming
from kith.partnerships.actions import set_open_asks_limit as limiting
from kith.partnerships.actions import set_working_days as days_change
from kith.partnerships.queries import partner_page as one
from kith.partnerships.queries.partner_page import PartnerPage
from kith.web.forms import KithForm, sent
from kith.web.pages import act, setting_page, staff_only
from kith.web.partnerships.partner_forms import CodeWordForm, LimitForm, PauseForm
from kith.web.partnerships.roles import KEEPERS, MAKERS, SHOW_OR_SEND
from kith.web.partnerships.week_forms import DaysForm
from kith.web.request import KithRequest

TWO_WEEKS = timedelta(days=14)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def set_working_days(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """State the days and hours that count."""
    page = partner_to_change(request, organization_id)
    form = DaysForm(sent(request), initial=DaysForm.initial_of(page.timezone, page.days, page.closed_on))

    def change() -> None:
        days_change.set_working_days(
            request.viewer,
            organization_id=organization_id,
            timezone=form.cleaned_data["timezone"],
            days=form.days(),
            closed_on=form.cleaned_data["closed_on"],
        )

    return _page(request, page, form, "set_working_days", change, said=_("The days are kept."))


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def pause_asks(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Take no new requests for a while: two weeks with one tap, or until another day."""
    page = partner_to_change(request, organization_id)
    form = PauseForm(sent(request), initial={"until": page.today + TWO_WEEKS})

    def change() -> None:
        until = form.cleaned_data["until"]
        pausing.pause_asks(request.viewer, organization_id=organization_id, until=until)

    return _page(request, page, form, "pause_asks", change, said=_("New requests are paused."))


@require_POST
@staff_only(*KEEPERS)
def resume_asks(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Take requests again from today."""

    def work() -> UUID:
        resuming.resume_asks(request.viewer, organization_id=organization_id)
        return organization_id

    return act(request, work=work, then=address_of_partner)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def set_open_asks_limit(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Say how many open requests can be carried at once."""
    page = partner_to_change(request, organization_id)
    form = LimitForm(sent(request), initial={"limit": page.max_open_asks})

    def change() -> None:
        limit = form.cleaned_data["limit"]
        limiting.set_open_asks_limit(request.viewer, organization_id=organization_id, limit=limit)

    return _page(request, page, form, "set_open_asks_limit", change, said=_("The limit is kept."))


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def change_code_word(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Agree on another code word."""
    page = partner_to_change(request, organization_id)
    form = CodeWordForm(sent(request))

    def change() -> None:
        word = form.cleaned_data["code_word"]
        word_change.change_code_word(request.viewer, organization_id=organization_id, code_word=word)

    return _page(request, page, form, "change_code_word", change, said=_("The code word is changed."))


@require_POST
@staff_only(*MAKERS)
def ask_for_proposal(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Mail the named person there a short form, in which they say what they would like to agree on."""

    def work() -> UUID:
        return asking.ask_for_proposal(request.viewer, organization_id=organization_id)

    def then(outcome: UUID) -> str:
        messages.success(request, _("The question is on its way. The link works for 30 days."))
        return address_of_partner(outcome)

    return act(request, work=work, then=then)


def address_of_partner(organization_id: UUID) -> str:
    """The page of this partner."""
    return reverse("partner_page", kwargs={"organization_id": organization_id})


def partner_to_change(request: KithRequest, organization_id: UUID) -> PartnerPage:
    """The partner, for who looks after it. Raises NotFound or Denied."""
    page = one.partner_page(request.viewer, organization_id=organization_id)
    if not page.may_look_after:
        raise Denied
    return page


def _page(
    request: KithRequest,
    page: PartnerPage,
    form: KithForm,
    name: str,
    change: Callable[[], None],
    *,
    said: str,
) -> HttpResponseBase:
    def work() -> UUID:
        change()
        return page.organization_id

    def then(organization_id: UUID) -> str:
        messages.success(request, said)
        return address_of_partner(organization_id)

    template = f"partnerships/{name}.html"
    return setting_page(request, template, form=form, context={"page": page}, work=work, then=then)
