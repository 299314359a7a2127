"""Pages that end in each way a page can end; `pytest.mark.urls` puts them beside the real ones."""

from typing import NoReturn
from uuid import UUID

from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.template import RequestContext, Template
from django.urls import include, path
from django.views.decorators.http import require_POST

from kith.core import errors
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.web.forms import KithForm, sent
from kith.web.pages import act, form_page, person_only, setting_page, signed_in, staff_only
from kith.web.request import KithRequest

ERRORS = {
    kind.code: kind
    for kind in [
        errors.BadInput,
        errors.Denied,
        errors.Expired,
        errors.NotFound,
        errors.StatusConflict,
        errors.TooMany,
        errors.Unavailable,
    ]
}
DONE: list[UUID] = []


class NeedForm(KithForm):
    words = forms.CharField(label="Your words", help_text="Jo reads this.")
    more = forms.CharField(label="More", required=False)


def fail(_request: KithRequest, code: str) -> NoReturn:
    raise ERRORS[code]


def missing(_request: KithRequest) -> NoReturn:
    raise Http404


def forbidden(_request: KithRequest) -> NoReturn:
    raise PermissionDenied


def broken(_request: KithRequest) -> NoReturn:
    raise RuntimeError("a secret sentence")


def who(request: KithRequest) -> JsonResponse:
    viewer = request.viewer
    return JsonResponse({"user": viewer.user_id, "roles": sorted(viewer.roles), "door": viewer.door})


def work() -> UUID:
    DONE.append(uuid7())
    return DONE[-1]


def need(request: KithRequest) -> HttpResponse:
    form = NeedForm(sent(request))

    def add() -> UUID:
        if form.cleaned_data["words"] == "refuse":
            raise errors.BadInput("Not these words.", field="words")
        if form.cleaned_data["words"] == "conflict":
            raise errors.StatusConflict
        return work()

    return form_page(
        request,
        "site/report_a_mistake.html",
        form=form,
        context={},
        work=add,
        then=lambda made: f"/made/{made}/",
    )


def state(request: KithRequest) -> HttpResponse:
    return setting_page(
        request,
        "site/report_a_mistake.html",
        form=NeedForm(sent(request)),
        context={},
        work=work,
        then=lambda made: f"/made/{made}/",
    )


@require_POST
def press(request: KithRequest) -> HttpResponse:
    return act(request, work=work, then=lambda made: f"/made/{made}/")


@staff_only(Role.NAVIGATOR)
def for_navigators(_request: KithRequest) -> HttpResponse:
    return HttpResponse("for navigators")


@staff_only()
def for_staff(_request: KithRequest) -> HttpResponse:
    return HttpResponse("for staff")


@person_only
def for_a_person(_request: KithRequest) -> HttpResponse:
    return HttpResponse("for a person")


@signed_in
def for_anyone_signed_in(_request: KithRequest) -> HttpResponse:
    return HttpResponse("for anyone signed in")


def swap(request: KithRequest) -> HttpResponse:
    """A page of which htmx swaps a part; the part comes back with 422, as an invalid form does."""
    if request.htmx:
        return HttpResponse('<p id="part">Something needs mending</p>', status=422)
    page = """<!doctype html><html lang="en"><head><title>Swap</title>{% include "parts/htmx.html" %}</head>
    <body><main><h1>Swap</h1><p id="part">Before</p>
    <button type="button" hx-get="/swap/" hx-target="#part" hx-swap="outerHTML">Swap</button></main></body></html>"""
    return HttpResponse(Template(page).render(RequestContext(request)))


urlpatterns = i18n_patterns(
    path("", include("kith.web.urls")),
    path("fails/<str:code>/", fail, name="fails"),
    path("missing/", missing),
    path("forbidden/", forbidden),
    path("broken/", broken),
    path("who/", who),
    path("need/", need, name="need"),
    path("press/", press, name="press"),
    path("state/", state, name="state"),
    path("swap/", swap, name="swap"),
    path("navigators/", for_navigators),
    path("staff/", for_staff),
    path("person/", for_a_person),
    path("signed-in/", for_anyone_signed_in),
    prefix_default_language=False,
)
