"""What our organisation was asked, for those who sign in."""

from uuid import UUID

from django.http.response import HttpResponseBase

from kith.care.queries.answer_page import answer_page
from kith.care.queries.referral_inbox import referral_inbox as inbox_of
from kith.care.terms import ToldVia
from kith.core.viewer import Role
from kith.web.answer.answers import answer_with, choices_of
from kith.web.pages import show, staff_only
from kith.web.request import KithRequest

ANSWERERS = (Role.COORDINATOR, Role.NAVIGATOR, Role.CLINICIAN)


@staff_only(*ANSWERERS)
def referral_inbox(request: KithRequest) -> HttpResponseBase:
    """Open asks to us, unanswered first; no names here."""
    return show(request, "care/referral_inbox.html", {"lines": inbox_of(request.viewer)})


@staff_only(*ANSWERERS)
def received_referral(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """One ask to us: the same facts and the same answers as by link."""
    if request.method == "POST":
        return answer_with(request, request.viewer, referral_id=referral_id, via=ToldVia.SIGNED_IN)
    page = answer_page(request.viewer, referral_id=referral_id)
    return show(request, "care/received_referral.html", {"page": page, **choices_of(page)})
