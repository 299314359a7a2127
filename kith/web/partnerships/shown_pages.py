"""What those read who do not sign: published words, and what is reported to a funder."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from kith.partnerships.actions import publish_agreement as publishing
from kith.partnerships.actions import unpublish_agreement as unpublishing
from kith.partnerships.queries import our_reporting as reporting
from kith.partnerships.queries import published_agreement as published
from kith.partnerships.queries.published_agreements import published_agreements
from kith.partnerships.terms import ROLE_WORDS
from kith.web.pages import act, show, staff_only
from kith.web.partnerships.life_pages import address_of_life
from kith.web.partnerships.roles import MAKERS, READERS
from kith.web.request import KithRequest


@require_safe
@staff_only(*READERS)
def our_reporting(request: KithRequest) -> HttpResponseBase:
    """What is published for us, and what is reported to us."""
    context = {
        "published": published_agreements(request.viewer),
        "reporting": reporting.our_reporting(request.viewer),
    }
    return show(request, "partnerships/our_reporting.html", context)


@require_safe
@staff_only(*READERS)
def published_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """The words that bind, as a community seat reads them."""
    page = published.published_agreement(request.viewer, agreement_id=agreement_id)
    parties = [(party.name, ROLE_WORDS[party.role]) for party in page.parties]
    return show(request, "partnerships/published_agreement.html", {"page": page, "parties": parties})


@require_POST
@staff_only(*MAKERS)
def publish_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Let community seats read the words."""

    def work() -> UUID:
        publishing.publish_agreement(request.viewer, agreement_id=agreement_id)
        return agreement_id

    return act(request, work=work, then=address_of_life)


@require_POST
@staff_only(*MAKERS)
def unpublish_agreement(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Keep the words to the parties again."""

    def work() -> UUID:
        unpublishing.unpublish_agreement(request.viewer, agreement_id=agreement_id)
        return agreement_id

    return act(request, work=work, then=address_of_life)
