"""The page with the name: link, own code, first device, a quarter of an hour."""

import secrets
from math import ceil
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kith.care.actions.ask_for_name_link import ask_for_name_link
from kith.care.actions.open_name import open_name
from kith.care.errors import SharingStopped
from kith.care.queries.closed_name import closed_name
from kith.care.queries.name_page import name_page
from kith.care.queries.name_still_shown import name_still_shown as still_shown
from kith.care.queries.visit_by_link import LinkVisit, visit_by_link
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import uuid7
from kith.post.actions.bind_link import bind_link
from kith.post.actions.blank_link import blank_link
from kith.post.errors import LinkClosed, LinkGuessed
from kith.post.terms import LinkPurpose
from kith.web.forms import KithForm, sent
from kith.web.pages import press_once, show
from kith.web.request import KithRequest

COOKIE = "kith-device"
# Without scripts a page asks for itself again this often, so that a stop is seen on a screen left open.
LOOK_AGAIN_SECONDS = 60


class CodeForm(KithForm):
    """The contact's own code."""

    code = forms.CharField(
        label=_("Your own code"),
        help_text=_(
            "The code that you agreed with us, or the one we read to you on the phone. You have five tries."
        ),
        max_length=40,
        widget=forms.PasswordInput({"autocomplete": "off", "inputmode": "text"}),
    )


@never_cache
def answer_name(request: KithRequest, token: str) -> HttpResponseBase:
    """Ask for the code; then show the name on this device for 15 minutes, decided again at each look."""
    try:
        visit = _visit(request, token)
        return _try_code(request, visit, token) if request.method == "POST" else _look(request, visit, token)
    except LinkClosed as closed:
        return _closed(request, closed, token)


def blank_name(request: KithRequest, token: str) -> HttpResponseBase:
    """Blank now, on the phone that shows it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    visit = _visit(request, token)
    blank_link(visit.viewer, link_id=visit.link_id, device=_device(request, visit))
    return HttpResponseRedirect(reverse("answer_name", args=[token]))


@require_safe
@never_cache
def name_still_shown(request: KithRequest, token: str) -> HttpResponse:
    """204 while the name may stay on this phone's screen. Any other answer takes it away."""
    visit = _visit(request, token)
    if not visit.is_bound:
        raise NotFound
    bind_link(visit.viewer, link_id=visit.link_id, device=_device(request, visit))
    if not still_shown(visit.viewer, referral_id=visit.referral_id):
        raise SharingStopped
    return HttpResponse(status=204)


def _closed(request: KithRequest, closed: LinkClosed, token: str) -> HttpResponseBase:
    """Why it is closed: guessed at, stopped since when, or finished."""
    was_guessed = isinstance(closed, LinkGuessed)
    stopped_on = None if was_guessed else closed_name(request.viewer, token=token)
    has_asked = was_guessed and request.method == "POST" and "again" in request.POST
    if has_asked:
        ask_for_name_link(request.viewer, token=token)
    context = {"was_guessed": was_guessed, "stopped_on": stopped_on, "has_asked": has_asked}
    return show(request, "answer/answer_name_closed.html", context, status=closed.status)


def _visit(request: KithRequest, token: str) -> LinkVisit:
    return visit_by_link(request.viewer, token=token, purpose=LinkPurpose.SEE_NAME)


def _look(request: KithRequest, visit: LinkVisit, token: str) -> HttpResponseBase:
    if not visit.is_bound:
        response = show(request, "answer/answer_name_code.html", {"form": CodeForm()})
        return _marked(request, response, visit, _mark(request, visit))
    blank_at = bind_link(visit.viewer, link_id=visit.link_id, device=_device(request, visit))
    page = name_page(visit.viewer, referral_id=visit.referral_id)
    seconds = ceil((blank_at - clock.now()).total_seconds())
    context = {"page": page, "blank_at": blank_at, "seconds": seconds, "token": token}
    response = show(request, "answer/answer_name.html", context)
    if not page.is_stopped:
        response["Refresh"] = str(min(seconds, LOOK_AGAIN_SECONDS))
    return response


def _try_code(request: KithRequest, visit: LinkVisit, token: str) -> HttpResponseBase:
    """Try the code once; whoever sends the same form again goes on to the page as it is then."""
    form = CodeForm(sent(request))
    if not form.is_valid():
        return show(request, "answer/answer_name_code.html", {"form": form}, status=422)
    mark, tries = _mark(request, visit), list[bool]()

    def work() -> UUID:
        tries.append(_open(visit, code=form.cleaned_data["code"], device=mark))
        return visit.referral_id

    press_once(request, visit.viewer, work=work)
    if tries == [False]:
        _visit(request, token)  # the last wrong code has closed the link
        return show(request, "answer/answer_name_code.html", {"form": _another_try()}, status=422)
    here = HttpResponseRedirect(reverse("answer_name", args=[token]))
    return _marked(request, here, visit, mark) if tries else here


def _open(visit: LinkVisit, *, code: str, device: str) -> bool:
    return open_name(
        visit.viewer,
        referral_id=visit.referral_id,
        link_id=visit.link_id,
        contact_id=visit.contact_id,
        code=code,
        device=device,
    )


def _another_try() -> CodeForm:
    """The form with a new key: the one that was sent has had its effect."""
    form = CodeForm({"key": uuid7(), "code": "-"})
    form.add_error("code", str(_("This is not the code. Please try again, or phone us.")))
    return form


def _mark(request: KithRequest, visit: LinkVisit) -> str:
    """The mark of this phone: it has one before the code is tried, so that a lost answer locks nobody out."""
    return request.COOKIES.get(_cookie(visit.link_id)) or secrets.token_urlsafe(32)


def _marked(request: KithRequest, response: HttpResponse, visit: LinkVisit, mark: str) -> HttpResponse:
    """Lax, not Strict: the link may be opened once more from mail that is read in the browser."""
    response.set_cookie(
        _cookie(visit.link_id),
        mark,
        max_age=15 * 60,
        path=request.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _device(request: KithRequest, visit: LinkVisit) -> str:
    """The mark of the phone that asks; one that no phone has where there is none."""
    return request.COOKIES.get(_cookie(visit.link_id)) or "none"


def _cookie(link_id: UUID) -> str:
    return f"{COOKIE}-{link_id.hex[:12]}"
