"""A need, and which services may say yes to it."""

from uuid import UUID

from django.http import HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language

from kith.care.actions.add_need import add_need as add_need_to
from kith.care.actions.draft_referral import draft_referral as draft
from kith.care.queries.services_for_need import services_for_need as matches_for
from kith.care.queries.why_not_for_need import why_not_for_need
from kith.care.terms import Level, NeedDomain
from kith.care.wished import NOTHING_WISHED
from kith.core.errors import BadInput
from kith.core.viewer import Role
from kith.directory.queries.known_facts import known_facts
from kith.people.queries.person_facts import person_facts
from kith.web.care.forms import NeedForm
from kith.web.care.wish_form import WishForm
from kith.web.forms import sent
from kith.web.pages import act, form_page, show, staff_only
from kith.web.request import KithRequest

LONGEST_SEARCH = 100


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def add_need(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """Write down one more need."""
    form = NeedForm(sent(request))
    return form_page(
        request,
        "care/add_need.html",
        form=form,
        context={"person": person_facts(request.viewer, person_id=person_id)},
        work=lambda: add_need_to(
            request.viewer,
            person_id=person_id,
            words=form.cleaned_data["words"],
            ask_words=form.cleaned_data["ask_words"],
            domain=NeedDomain(form.cleaned_data["domain"]),
            level=Level(form.cleaned_data["level"]),
        ),
        then=lambda need_id: reverse("services_for_need", args=[need_id]),
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def services_for_need(request: KithRequest, need_id: UUID) -> HttpResponseBase:
    """Services with reasons for and against; words, wishes and names travel by POST, not in the address."""
    viewer = request.viewer
    form = WishForm(sent(request), facts=known_facts(viewer, language=get_language() or "en"))
    wished = form.wished
    words = request.POST.get("words", "")[:LONGEST_SEARCH]
    named = request.POST.get("name", "")[:LONGEST_SEARCH].strip()
    context = {
        "matches": matches_for(viewer, need_id=need_id, words=words, wished=wished),
        "others": why_not_for_need(viewer, need_id=need_id, name=named, wished=wished) if named else [],
        "searched": words,
        "named": named,
        "form": form,
        "is_wished": wished != NOTHING_WISHED or bool(form.errors),
        "wish_fields": [form[name] for name in ("age", "times", "must", "wishes", "avoid")],
        "name_field": form["name"],
    }
    return show(request, "care/services_for_need.html", context)


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def draft_referral(request: KithRequest, need_id: UUID) -> HttpResponseBase:
    """Choose one service to ask; nothing leaves yet."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        service_id = UUID(request.POST.get("service_id", ""))
    except ValueError as error:
        raise BadInput from error
    return act(
        request,
        work=lambda: draft(request.viewer, need_id=need_id, service_id=service_id),
        then=lambda referral_id: reverse("ask_preview", args=[referral_id]),
    )
