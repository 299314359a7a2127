"""A new password, and a first one."""

from allauth.account.views import PasswordChangeView
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from kith.accounts.queries.my_account import my_account
from kith.web.pages import show, signed_in
from kith.web.request import KithRequest


class ChangePassword(PasswordChangeView):  # type: ignore[misc] # allauth ships no types
    """The old password and a new one; whoever has no old one is helped to a first."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """To the page about a first password where there is none."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("first_password")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


@require_safe
@signed_in
def first_password(request: KithRequest) -> HttpResponseBase:
    """A link to the mailbox of whoever has no password: nobody else at this screen may set one."""
    if request.user.is_authenticated and request.user.has_usable_password():
        return redirect("account_change_password")
    return show(request, "accounts/first_password.html", {"page": my_account(request.viewer)})
