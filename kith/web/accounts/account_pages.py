"""One's own sign-in: name, organisations, password, one-time codes, all devices."""

from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.accounts.actions import change_own_name as name
from kith.accounts.actions import choose_organization as choice
from kith.accounts.actions import sign_out_everywhere as sessions
from kith.accounts.queries import my_account as own
from kith.accounts.sign_in_names import shown_sign_in
from kith.core.errors import BadInput
from kith.web.accounts.forms import ChooseForm, NameForm
from kith.web.accounts.organization_lines import organization_lines
from kith.web.pages import act, form_page, show, signed_in
from kith.web.request import ACTING_FOR, KithRequest

SHOW_OR_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(SHOW_OR_SEND)
@signed_in
def my_account(request: KithRequest) -> HttpResponseBase:
    """The hub: who I am here, for whom I act, how I sign in. A POST changes the name."""
    page = own.my_account(request.viewer)
    form = NameForm(request.POST or None, initial={"display_name": page.name})

    def work() -> UUID:
        return name.change_own_name(request.viewer, display_name=form.cleaned_data["display_name"])

    def then(_user_id: UUID) -> str:
        messages.success(request, _("Your name is changed."))
        return reverse("my_account")

    return form_page(
        request,
        "accounts/my_account.html",
        form=form,
        context={
            "page": page,
            "sign_in": shown_sign_in(page.email),
            "organizations": organization_lines(request.viewer, page),
            "is_acting": request.viewer.organization_id is not None,
            "has_codes": is_mfa_enabled(request.user),
        },
        work=work,
        then=then,
    )


@require_http_methods(SHOW_OR_SEND)
@signed_in
def choose_organization(request: KithRequest) -> HttpResponseBase:
    """Which organisation the next pages are for; the session keeps it until one signs out."""
    if request.method != "POST":
        page = own.my_account(request.viewer)
        return show(
            request,
            "accounts/choose_organization.html",
            {"organizations": organization_lines(request.viewer, page)},
        )
    form = ChooseForm(request.POST)
    if not form.is_valid():
        raise BadInput

    def work() -> UUID:
        return choice.choose_organization(
            request.viewer, organization_id=form.cleaned_data["organization_id"]
        )

    def then(organization_id: UUID) -> str:
        request.session[ACTING_FOR] = str(organization_id)
        return reverse("home")

    return act(request, work=work, then=then)


@require_POST
@signed_in
def sign_out_everywhere(request: KithRequest) -> HttpResponseBase:
    """End every session of mine, this one too."""

    def work() -> UUID:
        return sessions.sign_out_everywhere(request.viewer)

    def then(_user_id: UUID) -> str:
        logout(request)
        messages.success(request, _("You are signed out on every device."))
        return reverse("account_login")

    return act(request, work=work, then=then)
