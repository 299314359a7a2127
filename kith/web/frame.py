"""What surrounds every page: whose site it is, where one can go, numbers to call."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext_lazy as _

from kith.config.hiding import opens_something
from kith.core.queries.site_profile import SiteProfilePage, site_profile
from kith.core.viewer import Door, Role, Viewer
from kith.directory.queries.organization_names import organization_names
from kith.web.languages import is_public

PageOf = Callable[[UUID], str]
ANY_ID = UUID(int=0)
WORDS = {
    "find_help": _("Find help"),
    "my_list": _("My list"),
    "people_list": _("People"),
    "partners_list": _("Partners"),
    "agreements_list": _("Agreements"),
    "referral_inbox": _("Asks to us"),
    "my_page": _("My page"),
    "my_listing": _("Our listing"),
    "privacy_desk": _("Privacy desk"),
    "site_settings": _("Site settings"),
    "background_jobs": _("Background jobs"),
    "team": _("Team"),
    "my_account": _("Your sign-in"),
}
ACCOUNT_LINKS = ("my_account",)
ACCOUNT_LINKS_OF_STAFF = ("my_account", "team")
LINKS_OF: dict[Role, tuple[str, ...]] = {
    Role.NAVIGATOR: ("my_list", "people_list", "partners_list"),
    Role.CLINICIAN: ("my_list", "people_list", "partners_list"),
    Role.PARTNERSHIP_MANAGER: ("partners_list", "agreements_list"),
    Role.COORDINATOR: ("referral_inbox", "my_listing", "agreements_list"),
    Role.CURATOR: ("my_listing",),
    Role.EVALUATOR: (),
    Role.PRIVACY_OFFICER: ("privacy_desk",),
    Role.ADMIN: ("team",),
}
LINKS_OF_THE_HOSTS_ADMIN = ("site_settings", "background_jobs")


@dataclass(frozen=True, slots=True)
class NavLink:
    """One place to go; `is_current` where the page stands under it."""

    url: str
    words: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Language:
    """A language to switch to, in its own name; `here` is the address of this page in it."""

    code: str
    name: str
    here: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Header, crisis lines and footer of a page."""

    site: SiteProfilePage
    host_name: str
    nav: Sequence[NavLink]
    is_folded: bool
    account_name: str
    is_for_search_engines: bool
    account_links: Sequence[NavLink]
    other_languages: Sequence[Language]
    is_reviewed_language: bool
    exit_url: str
    idle_minutes: int
    here: str


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this page for this viewer. One statement at most: the host's name.

    A request that an outer middleware turned away has no viewer yet: it gets the frame for nobody.
    """
    viewer: Viewer = getattr(request, "viewer", Viewer.nobody(Door.PUBLIC))
    site: SiteProfilePage = getattr(request, "profile", None) or site_profile(viewer)
    nav = nav_of(viewer, site, here=request.path)
    return Frame(
        site=site,
        host_name=host_name_of(viewer, site),
        nav=nav,
        is_folded=viewer.organization_id is not None,
        account_name=account_name_of(request),
        is_for_search_engines=not account_name_of(request) and not opens_something(request.path),
        account_links=links_to(
            ACCOUNT_LINKS_OF_STAFF if viewer.organization_id else ACCOUNT_LINKS, here=request.path
        ),
        other_languages=other_languages(request),
        is_reviewed_language=get_language() in settings.KITH_REVIEWED_LANGUAGES,
        exit_url=settings.KITH_EXIT_URL,
        idle_minutes=settings.KITH_IDLE_MINUTES if viewer.user_id else 0,
        here=request.get_full_path(),
    )


def account_name_of(request: HttpRequest) -> str:
    """The name of who is signed in; empty for nobody, and before the session was read."""
    user = getattr(request, "user", None)
    return user.get_short_name() if user is not None and user.is_authenticated else ""


def nav_of(viewer: Viewer, site: SiteProfilePage, *, here: str) -> list[NavLink]:
    """The links of the header, in order; only to pages that exist."""
    wanted = [name for role in Role if viewer.has(role) for name in LINKS_OF[role]]
    if is_hosts_admin(viewer, site):
        wanted += LINKS_OF_THE_HOSTS_ADMIN
    if viewer.person_id is not None:
        wanted = ["my_page"]
    return links_to([*wanted, "find_help"], here=here)


def is_hosts_admin(viewer: Viewer, site: SiteProfilePage) -> bool:
    """True if the viewer looks after the site itself."""
    return viewer.has(Role.ADMIN) and viewer.organization_id == site.host_organization_id


def links_to(names: Sequence[str], *, here: str) -> list[NavLink]:
    """One link a url name, each once; none to a page that does not exist."""
    urls = {name: address_of(name) for name in names}
    return [
        NavLink(url=url, words=str(WORDS[name]), is_current=here.startswith(url))
        for name, url in urls.items()
        if url
    ]


def address_of(name: str, *args: object) -> str:
    """The address of the page with this url name; empty if there is none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def page_of(name: str) -> PageOf:
    """How the address of this page follows from the id it shows; empty if there is no such page."""
    before, found, after = address_of(name, ANY_ID).partition(str(ANY_ID))
    return lambda row_id: f"{before}{row_id}{after}" if found else ""


def host_name_of(viewer: Viewer, site: SiteProfilePage) -> str:
    """The name of the organisation that hosts the partnership; empty if none is set."""
    host_id = site.host_organization_id
    if host_id is None:
        return ""
    return organization_names(viewer, organization_ids=[host_id]).get(host_id, "")


def other_languages(request: HttpRequest) -> list[Language]:
    """The languages this page could be read in instead."""
    present = get_language()
    spoken = settings.LANGUAGES if is_public(request) else []
    codes = dict.fromkeys([*settings.KITH_WHOLE_LANGUAGES, *(code for code, _name in spoken)])
    return [
        Language(
            code=code,
            name=get_language_info(code)["name_local"],
            here=_here_in(code, request),
        )
        for code in codes
        if code != present
    ]


def _here_in(code: str, request: HttpRequest) -> str:
    """The address of this page in that language; its own where no page stands behind it."""
    match = request.resolver_match
    if match is None:
        return request.path
    try:
        with override(code):
            return reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    except NoReverseMatch:
        return request.path
