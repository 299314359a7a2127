"""A named person at a partner chooses their own code, by the link in their own mail."""

from django.db import transaction
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from kith.core.errors import BadInput
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.queries.visit_to_set_code import CodeVisit, visit_to_set_code
from kith.post.actions.use_link import use_link
from kith.web.forms import sent
from kith.web.pages import say_in_form, show
from kith.web.partnerships.own_code_form import OwnCodeForm
from kith.web.request import KithRequest

PAGE = "answer/choose_own_code.html"


@never_cache
def choose_own_code(request: KithRequest, token: str) -> HttpResponseBase:
    """Ask for the code twice, then keep it; the link works once."""
    visit = visit_to_set_code(request.viewer, token=token)
    form = OwnCodeForm(sent(request))
    if request.method != "POST":
        return show(request, PAGE, {"form": form})
    if not form.is_valid():
        return show(request, PAGE, {"form": form}, status=422)
    try:
        _keep(visit, form.cleaned_data["code"])
    except BadInput as error:
        say_in_form(form, error)
        return show(request, PAGE, {"form": form}, status=error.status)
    return show(request, PAGE, {"is_set": True})


@transaction.atomic
def _keep(visit: CodeVisit, code: str) -> None:
    use_link(visit.viewer, link_id=visit.link_id)
    set_contact_code(visit.viewer, contact_id=visit.contact_id, code=code)
