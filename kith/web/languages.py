"""Which pages speak the languages that are not whole: those that need no sign-in, as far as translated."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from kith.web.request import KithRequest

PUBLIC_PAGES = frozenset(
    {
        "accessibility",
        "agreement_thanks",
        "answer_agreement",
        "choose_own_code",
        "confirm_by_link",
        "confirm_paper",
        "contact_requested",
        "find_help",
        "help_list",
        "help_page",
        "hide_your_tracks",
        "home",
        "kept_list",
        "mistake_reported",
        "offline",
        "organization_page",
        "print_list",
        "privacy_and_choices",
        "propose_by_link",
        "report_a_mistake",
        "report_listing_mistake",
        "request_contact",
        "service_page",
        "service_worker",
        "set_language",
    }
)


class PublicLanguages:
    """A page that is not public speaks the site's own language rather than half of another."""

    def __init__(self, get_response: Callable[[KithRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: KithRequest) -> HttpResponse:
        """The page."""
        return self.get_response(request)

    def process_view(self, request: KithRequest, *_rest: object) -> None:
        """Before the page: whole languages only, unless everything on it is translated."""
        if translation.get_language() not in settings.KITH_WHOLE_LANGUAGES and not is_public(request):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = translation.get_language()


def is_public(request: HttpRequest) -> bool:
    """True for a page that speaks every language."""
    match = request.resolver_match
    return match is not None and match.url_name in PUBLIC_PAGES
