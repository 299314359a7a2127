"""What page functions share: show a template, ask who may come in, take a form once."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from kith.core.actions.once import once
from kith.core.errors import BadInput, Expired, KithError, NotFound
from kith.core.queries.outcome_of import outcome_of
from kith.core.viewer import Role, Viewer
from kith.web.forms import KithForm, key_of_wish, run_once
from kith.web.request import KithRequest

P = ParamSpec("P")
Page = Callable[Concatenate[KithRequest, P], HttpResponseBase]

SHOWN_IN_THE_FORM = {422, 429, 503}


def show(
    request: KithRequest, template: str, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """The template as a page, inside the frame that `kith.web.context` gives."""
    return render(request, template, dict(context), status=status)


def sent_again(request: KithRequest) -> list[tuple[str, str]]:
    """What the form sent that opened this page, so that another language opens it again; empty after GET."""
    if request.method != "POST":
        return []
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    return [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]


def form_page(
    request: KithRequest,
    template: str,
    *,
    form: KithForm,
    context: Mapping[str, object],
    work: Callable[[], UUID],
    then: Callable[[UUID], str],
) -> HttpResponse:
    """A page with one form: GET shows it; a valid POST does `work` once and goes on to where `then` says.

    An invalid form comes back with 422, its entries kept; so does a BadInput, tied to its field.
    """

    def first() -> UUID:
        return run_once(request, form, work)

    return setting_page(request, template, form=form, context=context, work=first, then=then)


def setting_page(
    request: KithRequest,
    template: str,
    *,
    form: KithForm,
    context: Mapping[str, object],
    work: Callable[[], UUID],
    then: Callable[[UUID], str],
) -> HttpResponse:
    """As `form_page`, for what may be said again: every valid POST does `work`, also after Back.

    For work that states how things are to be, so that stating it twice is the same as once.
    """
    if request.method != "POST":
        return show(request, template, {**context, "form": form})
    if not form.is_valid():
        return show(request, template, {**context, "form": form}, status=422)
    try:
        outcome = work()
    except KithError as error:
        if error.status not in SHOWN_IN_THE_FORM:
            raise
        say_in_form(form, error)
        return show(request, template, {**context, "form": form}, status=error.status)
    return HttpResponseRedirect(then(outcome))


def act(request: KithRequest, *, work: Callable[[], UUID], then: Callable[[UUID], str]) -> HttpResponse:
    """A button's POST: do `work` once and go on. The button's form holds `{% once_key %}`.

    Not for stop, pause and the like: there a button pressed again has to work again.
    """
    return HttpResponseRedirect(then(press_once(request, request.viewer, work=work)))


def press_once(request: KithRequest, viewer: Viewer, *, work: Callable[[], UUID]) -> UUID:
    """Do the `work` of a button's form once, as `viewer`; a double click gets the first outcome's id."""
    return once(viewer, key=key_sent(request), work=work)


def key_sent(request: KithRequest) -> UUID:
    """The key of the form that was sent, tied to what it says; a fresh one where it has none."""
    form = KithForm(request.POST)
    if not form.is_valid():
        raise BadInput
    return key_of_wish(request, form)


def leads_on(then: Callable[[UUID], str]) -> Callable[[Page[P]], Page[P]]:
    """For a form that ends what its page shows: sent again, it leads where it led the first time."""

    def guard(page: Page[P]) -> Page[P]:
        @wraps(page)
        def guarded(request: KithRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            try:
                return page(request, *args, **kwargs)
            except (NotFound, Expired):
                is_form = request.method == "POST"
                outcome = outcome_of(request.viewer, key=key_sent(request)) if is_form else None
                if outcome is None:
                    raise
                return HttpResponseRedirect(then(outcome))

        return guarded

    return guard


def say_in_form(form: KithForm, error: KithError) -> None:
    """Write the error beside the field it names, else on top of the form."""
    field = error.field if isinstance(error, BadInput) else ""
    form.add_error(field if field in form.fields else None, str(error.sentence))


def to_sign_in(request: KithRequest) -> HttpResponse:
    """Off to the sign-in page, and back here afterwards."""
    if request.htmx:
        return HttpResponseClientRedirect(reverse("account_login"))
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def signed_in(page: Page[P]) -> Page[P]:
    """Let in anybody who has signed in; others sign in first."""

    @wraps(page)
    def guarded(request: KithRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.viewer.user_id is None:
            return to_sign_in(request)
        return page(request, *args, **kwargs)

    return guarded


def staff_only(*roles: Role) -> Callable[[Page[P]], Page[P]]:
    """Let in members with one of `roles` (any role if none is named); for others the page is not here."""
    wanted = roles or tuple(Role)

    def guard(page: Page[P]) -> Page[P]:
        @signed_in
        @wraps(page)
        def guarded(request: KithRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.viewer.has(*wanted):
                raise NotFound
            return page(request, *args, **kwargs)

        return guarded

    return guard


def person_only(page: Page[P]) -> Page[P]:
    """Let in a person who looks at their own page; for others the page is not here."""

    @signed_in
    @wraps(page)
    def guarded(request: KithRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.viewer.person_id is None:
            raise NotFound
        return page(request, *args, **kwargs)

    return guarded
