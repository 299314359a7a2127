"""What a partner without an account would like to agree on, as the words of an agreement."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.consent.terms import ASK_KINDS, NAME_KINDS
from kith.core.ids import uuid7
from kith.partnerships.clause_terms import Gift, Period
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.giving import Contribution
from kith.partnerships.clauses.places import CapacityPledge
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import Body, StatedClause
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerOffer:
    """What they offer and how soon they answer (None: nothing said), what it is for, and what they need."""

    purpose: str
    needs: str
    answer_days: int | None
    places_a_week: int | None
    gift: Gift | None
    gift_amount: int | None
    starts_on: date


def wording_of_offer(
    offer: PartnerOffer, *, partner_id: UUID, host_id: UUID, names: tuple[str, str]
) -> Wording:
    """The words, in the language of the page; `names` are the partner's and the host's."""
    bodies: list[Body] = []
    if offer.answer_days is not None:
        bodies.append(ResponsePromise(days=offer.answer_days))
    if offer.places_a_week is not None:
        bodies.append(CapacityPledge(places=offer.places_a_week, per=Period.WEEK))
    if offer.gift is not None and offer.gift_amount is not None:
        bodies.append(Contribution(gift=offer.gift, amount=offer.gift_amount, per=Period.WEEK, what=""))
    owed = [StatedClause(key=uuid7(), organization_id=partner_id, body=body) for body in bodies]
    return Wording(
        title=_("What %(one)s and %(other)s agree on") % {"one": names[0], "other": names[1]},
        purpose=offer.purpose,
        free_text=_("What we need: %(words)s") % {"words": offer.needs} if offer.needs else "",
        language=get_language() or "en",
        parties=(Party(partner_id, PartyRole.RECEIVER), Party(host_id, PartyRole.REFERRER)),
        clauses=(*owed, StatedClause(key=uuid7(), body=DataScope(kinds=ASK_KINDS | NAME_KINDS))),
        starts_on=offer.starts_on,
        review_on=None,
        ends_on=None,
    )
