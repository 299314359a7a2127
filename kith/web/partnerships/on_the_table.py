"""The words of an agreement that wait for signatures: not those that bind while they are talked about."""

from uuid import UUID

from kith.core.errors import StatusConflict
from kith.partnerships.queries.agreement_page import AgreementPage, agreement_page
from kith.partnerships.queries.negotiation import Negotiation, negotiation
from kith.partnerships.terms import Standing
from kith.web.request import KithRequest

OVER = {Standing.ENDED, Standing.WE_LEFT}


def do_wait(page: AgreementPage, talk: Negotiation) -> bool:
    """True if these words wait for signatures."""
    return page.number == talk.offered and page.standing not in OVER


def words_that_wait(request: KithRequest, agreement_id: UUID) -> AgreementPage:
    """The page of these words. Raises NotFound, or StatusConflict where nothing is on the table."""
    talk = negotiation(request.viewer, agreement_id=agreement_id)
    page = agreement_page(request.viewer, agreement_id=agreement_id, number=talk.offered)
    if not do_wait(page, talk):
        raise StatusConflict
    return page
