"""Partners: the list, and one of them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kith.accounts.queries.may_invite_admin import may_invite_admin
from kith.core.languages import language_name
from kith.core.viewer import Role
from kith.partnerships.queries import partner_page as one
from kith.partnerships.queries import partners_list as several
from kith.partnerships.queries.may_welcome import may_welcome
from kith.partnerships.queries.owned import EXPORTERS
from kith.partnerships.queries.partner_page import ContactLine, DayLine
from kith.web.pages import show, staff_only
from kith.web.partnerships.kept_words import kept_between, own_effects
from kith.web.partnerships.partner_forms import LimitForm
from kith.web.partnerships.pledged_words import pledges_between
from kith.web.partnerships.roles import READERS
from kith.web.request import KithRequest

TWO_WEEKS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A weekday in words, and its hours."""

    name: str
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A contact, and the language in words."""

    line: ContactLine
    language: str
    is_ours: bool


@require_safe
@staff_only(*READERS)
def partners_list(request: KithRequest) -> HttpResponseBase:
    """The partners of my organisation, with whom to phone there."""
    lines = several.partners_list(request.viewer)
    context = {
        "lines": lines,
        "may_welcome": may_welcome(request.viewer),
        "may_export": request.viewer.has(*EXPORTERS),
    }
    return show(request, "partnerships/partners_list.html", context)


@require_safe
@staff_only(*READERS)
def partner_page(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """One partner: its people first, then promises, days, pause and limit."""
    page = one.partner_page(request.viewer, organization_id=organization_id)
    context = {
        "page": page,
        "people": [
            *(person_card(line, is_ours=False) for line in page.contacts),
            *(person_card(line, is_ours=True) for line in page.our_contacts),
        ],
        "days": [day_row(line) for line in page.days],
        "two_weeks": page.today + TWO_WEEKS,
        "may_agree": request.viewer.has(Role.PARTNERSHIP_MANAGER),
        "may_invite_admin": may_invite_admin(request.viewer, organization_id=organization_id),
        "limit_form": LimitForm(initial={"limit": page.max_open_asks}, auto_id="limit_%s"),
        "effects": own_effects(request.viewer, page),
        **kept_between(request.viewer, page),
        **pledges_between(request.viewer, page),
    }
    return show(request, "partnerships/partner_page.html", context)


def person_card(line: ContactLine, *, is_ours: bool) -> PersonCard:
    """A contact as the page shows it."""
    return PersonCard(line, language_name(line.language, shown_in=get_language() or "en"), is_ours)


def day_row(line: DayLine) -> DayRow:
    """A weekday as the page shows it."""
    return DayRow(str(WEEKDAYS[line.weekday]), line.opens, line.closes)
