"""Around every page: who is looking, the idle limit, calm errors, nothing left in caches."""

from collections.abc import Callable
from contextlib import suppress
from itertools import chain
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.log import log_response
from django.utils.translation import gettext as _

from kith.accounts.actions.note_last_seen import note_last_seen
from kith.config.hiding import opens_something
from kith.core import clock
from kith.core.errors import KithError
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Viewer
from kith.web.body_size import check_size
from kith.web.calm import Unreadable, WrongMethod, calm_page
from kith.web.request import KithRequest
from kith.web.viewer import viewer_of_request

SEEN_AT = "seen_at"
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
SECONDS_BETWEEN_NOTES = 60


class KithMiddleware:
    """Gives each request its viewer, and turns every KithError into a calm page with its status."""

    def __init__(self, get_response: Callable[[KithRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: KithRequest) -> HttpResponse:
        """The page, or a calm page that says why not."""
        request.viewer = Viewer.nobody(Door.PUBLIC)
        try:
            sign_out_if_idle(request)
            request.viewer = viewer_of_request(request)
            check_size(request)
            check_readable(request)
            use_site_clock(request)
            note_seen(request)
        except KithError as error:
            return calm_page(request, error)
        return finished(request, self.get_response(request))

    def process_exception(self, request: KithRequest, error: Exception) -> HttpResponse | None:
        """A KithError raised by a page becomes a calm page; anything else is Django's to report."""
        return calm_page(request, error) if isinstance(error, KithError) else None


def check_readable(request: KithRequest) -> None:
    """Raises WrongMethod or Unreadable for what no link, button or form of ours sends."""
    if request.method not in METHODS:
        raise WrongMethod
    try:
        lists = chain(request.GET.lists(), request.POST.lists() if request.method == "POST" else [])
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        raise Unreadable from None
    if any("\x00" in text for name, values in lists for text in (name, *values)):
        raise Unreadable
    if "\x00" in request.path:
        raise Unreadable


def use_site_clock(request: KithRequest) -> None:
    """Show times as the clocks on the site's walls do. Without a database, the page itself says so."""
    with suppress(DatabaseError):
        request.profile = site_profile(request.viewer)
        timezone.activate(ZoneInfo(request.profile.timezone))


def sign_out_if_idle(request: KithRequest) -> None:
    """End a session in which nothing happened for KITH_IDLE_MINUTES."""
    if not request.user.is_authenticated:
        return
    seen = request.session.get(SEEN_AT)
    if seen is not None and now_seconds() - seen > settings.KITH_IDLE_MINUTES * 60:
        logout(request)
        messages.info(request, _("You were signed out, because nothing happened here for a while."))


def note_seen(request: KithRequest) -> None:
    """Write down, at most once a minute, that this session is in use."""
    if request.viewer.user_id is None:
        return
    seen = request.session.get(SEEN_AT)
    if seen is None or now_seconds() - seen >= SECONDS_BETWEEN_NOTES:
        request.session[SEEN_AT] = now_seconds()
        note_last_seen(request.viewer)


def now_seconds() -> int:
    """The present moment in whole seconds, as sessions can keep it."""
    return int(clock.now().timestamp())


def finished(request: KithRequest, response: HttpResponse) -> HttpResponse:
    """The response as it may leave: kept by no cache, and with words where it had none."""
    if response.status_code == WrongMethod.status and not response.content:
        allowed = response.get("Allow", "")
        response = calm_page(request, WrongMethod())
        response["Allow"] = allowed
    if response.status_code in range(400, 500):
        log_response("%s", response.status_code, response=response, request=request, level="debug")
    if opens_something(request.path):
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    if not response.has_header("Cache-Control"):
        keep_out_of_caches(request, response)
    return response


def keep_out_of_caches(request: KithRequest, response: HttpResponse) -> None:
    """Nothing is stored but public pages that were simply looked at, and those are asked for again."""
    if request.viewer.user_id is None and request.method == "GET" and response.status_code in {200, 304}:
        patch_cache_control(response, private=True, no_cache=True)
        return
    add_never_cache_headers(response)
