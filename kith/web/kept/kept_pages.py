"""The list that a person keeps on the own phone, and any list on paper. Nothing of either is kept here."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from kith.core.viewer import Door, Viewer
from kith.directory.queries.services_on_paper import services_on_paper
from kith.web.kept.sheets import Sheet, mail_of, sheet_of
from kith.web.pages import show
from kith.web.request import KithRequest

MOST_ON_PAPER = 30


@require_safe
def kept_list(request: KithRequest) -> HttpResponse:
    """The empty frame of the list: what is in it stands only in the person's own browser."""
    return show(request, "kept/kept_list.html", {})


@require_POST
def print_list(request: KithRequest) -> HttpResponse:
    """The services named, ready to print: at most 30, in the order in which they came."""
    ids = list(dict.fromkeys(_ids_in(request.POST.getlist("service"))))
    sheets = sheets_of(ids[:MOST_ON_PAPER])
    context = {"sheets": sheets, "mail": mail_of(sheets), "left_off": max(0, len(ids) - MOST_ON_PAPER)}
    response = show(request, "kept/print_list.html", context)
    response["Cache-Control"] = "no-store"
    return response


def sheets_of(service_ids: list[UUID]) -> list[Sheet]:
    """The services as everybody sees them, whoever prints: paper goes from hand to hand."""
    everybody, language = Viewer.nobody(Door.PUBLIC), get_language() or "en"
    return [sheet_of(one) for one in services_on_paper(everybody, service_ids=service_ids, language=language)]


def _ids_in(said: list[str]) -> list[UUID]:
    return [UUID(one) for one in said if _is_id(one)]


def _is_id(said: str) -> bool:
    try:
        UUID(said)
    except ValueError:
        return False
    return True
