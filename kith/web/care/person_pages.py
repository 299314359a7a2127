"""Intake, and the page of one person."""

from uuid import UUID

from django.db import transaction
from django.http.response import HttpResponseBase
from django.urls import reverse

from kith.care.actions.add_need import add_need
from kith.care.queries.needs_of import needs_of
from kith.care.queries.referrals_of import referrals_of
from kith.care.terms import Level, NeedDomain
from kith.core.viewer import Role
from kith.people.actions.take_in import take_in as take_in_person
from kith.people.queries.person_page import person_page as person_page_of
from kith.web.care.forms import TakeInForm
from kith.web.forms import sent
from kith.web.pages import form_page, show, staff_only
from kith.web.request import KithRequest


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def take_in(request: KithRequest) -> HttpResponseBase:
    """A new person with one need; everything else can follow later."""
    form = TakeInForm(sent(request))

    @transaction.atomic
    def work() -> UUID:
        clean = form.cleaned_data
        person_id = take_in_person(
            request.viewer,
            alias=clean["alias"],
            languages=clean["languages"],
            rough_area=clean["rough_area"],
            times=clean["times"],
            access_needs=clean["access_needs"],
        )
        add_need(
            request.viewer,
            person_id=person_id,
            words=clean["words"],
            ask_words=clean["ask_words"],
            domain=NeedDomain(clean["domain"]),
            level=Level.MICRO,
        )
        return person_id

    return form_page(
        request,
        "care/take_in.html",
        form=form,
        context={},
        work=work,
        then=lambda person_id: reverse("person_page", args=[person_id]),
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def person_page(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """One person: needs in their words, requests, how to reach them; looking is recorded."""
    context = {
        "person": person_page_of(request.viewer, person_id=person_id),
        "needs": needs_of(request.viewer, person_id=person_id),
        "referrals": referrals_of(request.viewer, person_id=person_id),
    }
    return show(request, "care/person_page.html", context)
