"""The named people at a partner, and their own codes."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core.errors import Denied
from kith.partnerships.actions import add_contact as adding
from kith.partnerships.actions import confirm_contact as confirming
from kith.partnerships.actions import end_contact as ending
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.queries.contact_page import contact_page
from kith.web.accounts.step_up import step_up
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, leads_on, staff_only
from kith.web.partnerships.own_code_form import OwnCodeForm
from kith.web.partnerships.partner_change_pages import address_of_partner, partner_to_change
from kith.web.partnerships.partner_forms import ConfirmForm, ContactForm
from kith.web.partnerships.roles import ASKERS, KEEPERS, SHOW_OR_SEND
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
@step_up
def add_contact(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Name a person whom we may ask and tell there."""
    page = partner_to_change(request, organization_id)
    form = ContactForm(sent(request))

    def work() -> UUID:
        adding.add_contact(
            request.viewer,
            organization_id=organization_id,
            name=form.cleaned_data["name"],
            role_title=form.cleaned_data["role_title"],
            email=form.cleaned_data["email"],
            phone=form.cleaned_data["phone"],
            language=form.cleaned_data["language"],
            best_time=form.cleaned_data["best_time"],
        )
        return organization_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The person is added."))
        return address_of_partner(outcome)

    template = "partnerships/add_contact.html"
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
@step_up
@leads_on(address_of_partner)
def end_contact(request: KithRequest, contact_id: UUID) -> HttpResponseBase:
    """Ask once more, then no longer ask or tell this person."""
    page = contact_page(request.viewer, contact_id=contact_id)

    def work() -> UUID:
        ending.end_contact(request.viewer, contact_id=contact_id)
        return page.organization_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("This person is no longer asked or told."))
        return address_of_partner(outcome)

    template = "partnerships/end_contact.html"
    form = KithForm(sent(request))
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS, *ASKERS)
def confirm_contact(request: KithRequest, contact_id: UUID) -> HttpResponseBase:
    """Say, after asking there, that a newly added person is the right one."""
    page = contact_page(request.viewer, contact_id=contact_id)

    def work() -> UUID:
        confirming.confirm_contact(request.viewer, contact_id=contact_id)
        return page.organization_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("Thank you. A name may go to this person now."))
        return address_of_partner(outcome)

    template = "partnerships/confirm_contact.html"
    form = ConfirmForm(sent(request))
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
@step_up
def set_own_code(request: KithRequest, contact_id: UUID) -> HttpResponseBase:
    """The contact's own code for the page with a name, set once."""
    page = contact_page(request.viewer, contact_id=contact_id)
    if not page.may_set_code:
        raise Denied
    form = OwnCodeForm(sent(request))

    def work() -> UUID:
        set_contact_code(request.viewer, contact_id=contact_id, code=form.cleaned_data["code"])
        return page.organization_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The code is set."))
        return address_of_partner(outcome)

    template = "partnerships/set_own_code.html"
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)
