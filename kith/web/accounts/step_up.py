"""Ask for the password again before something that reaches far."""

from functools import wraps

from allauth.account.internal.flows.reauthentication import (
    did_recently_reauthenticate,
    get_reauthentication_flows,
)
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.web.pages import P, Page
from kith.web.request import KithRequest


def step_up(page: Page[P]) -> Page[P]:
    """Let in whoever typed their password or code again in the last five minutes; others do it now.

    Whoever has neither a password nor codes cannot show that it is them, and gets a password first.
    Put it inside `staff_only`. A form that was sent too late is not kept (it may hold names): its page
    opens again after the password, so the page must answer GET too.
    """

    @wraps(page)
    def guarded(request: KithRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not get_reauthentication_flows(request.user):
            return redirect("first_password")
        if did_recently_reauthenticate(request):
            return page(request, *args, **kwargs)
        if request.method == "POST":
            messages.info(
                request, _("Please show that it is you, then send the form again. Nothing was changed.")
            )
        return redirect_to_login(request.path, login_url=reverse("account_reauthenticate"))

    return guarded
