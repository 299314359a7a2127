"""Did you meet? One tap."""

from uuid import UUID

from django.db import transaction
from django.http.response import HttpResponseBase
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kith.care.actions.report_what_happened import report_what_happened
from kith.care.queries.answer_page import answer_page
from kith.care.queries.visit_by_link import LinkVisit, visit_by_link
from kith.care.terms import ToldVia, WhatHappened
from kith.care.told import Told
from kith.core import clock
from kith.core.errors import BadInput, Expired
from kith.post.actions.use_link import use_link
from kith.post.terms import LinkPurpose
from kith.web.answer.answers import is_sent_again, thanks
from kith.web.pages import press_once, show
from kith.web.request import KithRequest


@never_cache
def answer_happened(request: KithRequest, token: str) -> HttpResponseBase:
    """The question, without a name; an answer takes effect once."""
    said = request.POST.get("happened", "")
    try:
        visit = visit_by_link(request.viewer, token=token, purpose=LinkPurpose.TELL_WHAT_HAPPENED)
    except Expired:
        if is_sent_again(request, token=token, purpose=LinkPurpose.TELL_WHAT_HAPPENED):
            return thanks(said)
        raise
    if request.method != "POST":
        page = answer_page(visit.viewer, referral_id=visit.referral_id)
        return show(request, "answer/answer_happened.html", {"page": page})
    if said not in list(WhatHappened):
        raise BadInput(_("Please choose one of the answers."))
    press_once(request, visit.viewer, work=lambda: _report(visit, WhatHappened(said)))
    return thanks(said)


@transaction.atomic
def _report(visit: LinkVisit, happened: WhatHappened) -> UUID:
    use_link(visit.viewer, link_id=visit.link_id)
    return report_what_happened(
        visit.viewer,
        referral_id=visit.referral_id,
        happened=happened,
        happened_on=localdate(clock.now()),
        told=Told(ToldVia.LINK, "", clock.now()),
    )
