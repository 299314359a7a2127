"""Welcoming a partner: find it in the directory or add it, agree a code word, state its days."""

from functools import wraps
from typing import ParamSpec
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.directory.actions.add_organization import add_organization
from kith.directory.queries.find_services import find_services
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions import welcome_partner as welcoming
from kith.partnerships.queries.may_welcome import may_welcome
from kith.web.forms import sent
from kith.web.pages import Page, form_page, show, staff_only
from kith.web.partnerships.partner_change_pages import address_of_partner
from kith.web.partnerships.roles import SHOW_OR_SEND, WELCOMERS
from kith.web.partnerships.week_forms import WelcomeForm, WelcomeNewForm
from kith.web.request import KithRequest

P = ParamSpec("P")


def hosts_welcomers_only(page: Page[P]) -> Page[P]:
    """Only who welcomes partners for the host finds these pages."""

    @staff_only(*WELCOMERS)
    @wraps(page)
    def guarded(request: KithRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not may_welcome(request.viewer):
            raise NotFound
        return page(request, *args, **kwargs)

    return guarded


@require_safe
@hosts_welcomers_only
def find_partner(request: KithRequest) -> HttpResponseBase:
    """Look for an organisation by its name or by a service of it."""
    words = request.GET.get("words", "").strip()
    found: dict[UUID, str] = {}
    if words:
        results = find_services(
            request.viewer, words=words, near="", topics=[], languages=[], facts=[], page=1
        )
        found = {line.organization_id: line.organization_name for line in results.lines}
    return show(request, "partnerships/find_partner.html", {"words": words, "found": found.items()})


@require_http_methods(SHOW_OR_SEND)
@hosts_welcomers_only
def welcome_partner(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Make an organisation of the directory a partner."""
    names = organization_names(request.viewer, organization_ids=[organization_id])
    if organization_id not in names:
        raise NotFound
    form = WelcomeForm(sent(request), initial=_initial(request))

    def work() -> UUID:
        _welcome(request, organization_id, form)
        return organization_id

    context = {"name": names[organization_id], "organization_id": organization_id}
    return form_page(
        request,
        "partnerships/welcome_partner.html",
        form=form,
        context=context,
        work=work,
        then=lambda outcome: _welcomed(request, outcome),
    )


@require_http_methods(SHOW_OR_SEND)
@hosts_welcomers_only
def welcome_new_partner(request: KithRequest) -> HttpResponseBase:
    """Add an organisation to the directory and make it a partner, both or neither."""
    form = WelcomeNewForm(sent(request), initial=_initial(request))

    def work() -> UUID:
        organization_id = add_organization(
            request.viewer,
            name=form.cleaned_data["name"],
            description=form.cleaned_data["description"],
            email="",
            website="",
            kind=form.chosen_kind(),
        )
        _welcome(request, organization_id, form)
        return organization_id

    return form_page(
        request,
        "partnerships/welcome_new_partner.html",
        form=form,
        context={},
        work=work,
        then=lambda outcome: _welcomed(request, outcome),
    )


def _initial(request: KithRequest) -> dict[str, str]:
    return {"timezone": site_profile(request.viewer).timezone}


def _welcome(request: KithRequest, organization_id: UUID, form: WelcomeForm) -> None:
    welcoming.welcome_partner(
        request.viewer,
        organization_id=organization_id,
        code_word=form.cleaned_data["code_word"],
        timezone=form.cleaned_data["timezone"],
        days=form.days(),
        closed_on=form.cleaned_data["closed_on"],
    )


def _welcomed(request: KithRequest, organization_id: UUID) -> str:
    messages.success(request, _("Welcome. Now add a person whom we may call there."))
    return address_of_partner(organization_id)
