"""Without a network: the page that says so, and the program in the browser that shows it."""

import hashlib
import json
from collections.abc import Collection
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from kith.core.queries.site_profile import site_profile
from kith.web.pages import show
from kith.web.request import KithRequest
from kith.web.site.help_topics import help_topics

PUBLIC_PAGES = ("home", "find_help", "help_list", "kept_list", "offline", "hide_your_tracks")
"""Pages for everybody that say nothing of anybody; none is about a sensitive topic."""
FILES = ("kith/kith.css", "kith/kith.js", "kith/kept.js")
TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


@require_safe
def offline(request: KithRequest) -> HttpResponse:
    """No network: whom to call, and what is on this phone."""
    return show(request, "kept/offline.html", {})


@require_safe
def service_worker(request: KithRequest) -> HttpResponse:
    """The program, with the addresses that it may keep, in the language of its own address.

    It is asked for only after a person pressed "Keep on this phone".
    """
    site = site_profile(request.viewer)
    files = [static(name) for name in (*FILES, "kith/plain.svg" if site.is_discreet else "kith/icon.svg")]
    pages = [*map(reverse, PUBLIC_PAGES), *_topic_pages(site.left_out_pages)]
    said = json.dumps([files, pages, repr(site), words_digest()])
    context = {
        "version": hashlib.sha256(said.encode()).hexdigest()[:12],
        "files": json.dumps(files),
        "pages": json.dumps(pages),
        "offline": json.dumps(reverse("offline")),
    }
    response = render(request, "kept/sw.js", context, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    patch_cache_control(response, no_cache=True, private=True)
    return response


def _topic_pages(left_out: Collection[str]) -> list[str]:
    """The pages about topics that may stand in an address: none of them is sensitive."""
    return [reverse("help_page", args=[topic.code]) for topic in help_topics(left_out) if not topic.is_posted]


@cache
def words_digest() -> str:
    """A digest of the templates and translations, so that another release is another version."""
    found = hashlib.sha256()
    catalogues = settings.LOCALE_PATHS[0].glob("*/LC_MESSAGES/*.mo")
    for path in sorted([*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.js"), *catalogues]):
        found.update(path.read_bytes())
    return found.hexdigest()
