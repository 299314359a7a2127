"""A person asks to be contacted, without login."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from kith.care.actions.request_contact import request_contact as ask_for_contact
from kith.care.terms import NeedDomain
from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Viewer
from kith.directory.queries.service_cards import service_cards
from kith.post.safe_contact import SafeContact
from kith.web.care.contact_form import ContactMeForm
from kith.web.forms import sent
from kith.web.hourly import count_this_hour
from kith.web.pages import form_page, show
from kith.web.request import KithRequest

EVERY_DAY = range(7)
WISHES_FROM_ONE = 10
WISHES_AN_HOUR = 200


@never_cache
def request_contact(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """How and when may we reach you, and what would help: one page, any name."""
    card = service_cards(request.viewer, service_ids=[service_id]).get(service_id)
    if card is None:
        raise NotFound
    form = ContactMeForm(sent(request), initial={"language": get_language()})
    return form_page(
        request,
        "care/request_contact.html",
        form=form,
        context={"service": card},
        work=lambda: _ask(request, form, service_id, how_to_reach=_rule(request, form)),
        then=lambda _outcome: reverse("contact_requested"),
    )


def _ask(request: KithRequest, form: ContactMeForm, service_id: UUID, *, how_to_reach: SafeContact) -> UUID:
    """Put it before the worker on duty. Raises TooMany above the hour's limits, so nobody buries them."""
    count_this_hour(request, "wishes-to-be-contacted", most_from_one=WISHES_FROM_ONE, most=WISHES_AN_HOUR)
    return ask_for_contact(
        Viewer.nobody(Door.PUBLIC),
        service_id=service_id,
        alias=form.cleaned_data["alias"],
        words=form.cleaned_data["words"],
        domain=NeedDomain(form.cleaned_data["domain"]),
        languages=[form.cleaned_data["language"]],
        rough_area=form.cleaned_data["rough_area"],
        how_to_reach=how_to_reach,
    )


def contact_requested(request: KithRequest) -> HttpResponseBase:
    """We will contact you; nothing on this page says about what."""
    return show(request, "care/contact_requested.html", {})


def _rule(request: KithRequest, form: ContactMeForm) -> SafeContact:
    clean, ways = form.cleaned_data, form.cleaned_data["ways"]
    hours = (clean["opens"].strftime("%H:%M"), clean["closes"].strftime("%H:%M"))
    return SafeContact(
        may_call="call" in ways,
        may_text="text" in ways,
        may_mail="mail" in ways,
        may_voicemail="voicemail" in ways,
        phone=clean["phone"],
        email=clean["email"],
        days=dict.fromkeys(EVERY_DAY, hours),
        timezone=site_profile(request.viewer).timezone,
        say=clean["say"],
    )
