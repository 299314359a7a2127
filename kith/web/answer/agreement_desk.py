"""The page of a proposal: what stands on it, and how a form of it takes effect once."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.queries.offered_agreement import OfferedAgreement, OfferedClause, offered_agreement
from kith.partnerships.queries.phoned_answers import phoned_answers
from kith.partnerships.queries.visit_to_agree import AgreementVisit
from kith.partnerships.terms import ROLE_WORDS, Standing
from kith.web.answer.agreement_forms import NotForUsForm, OtherWordsForm, SignByLinkForm
from kith.web.forms import KithForm
from kith.web.pages import press_once, say_in_form, show
from kith.web.request import KithRequest

PAGE = "answer/answer_agreement.html"
HOLDS_MEANWHILE = {Standing.BINDS, Standing.NOT_BEGUN}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who came in, what they see, and the three forms; those that were not sent stand as shown first."""

    visit: AgreementVisit
    offered: OfferedAgreement
    sign: KithForm
    other: OtherWordsForm
    no: KithForm


def desk_of(visit: AgreementVisit) -> Desk:
    """The words that stand now, with empty forms. Raises NotFound."""
    offered = offered_agreement(visit.viewer, agreement_id=visit.agreement_id)
    seen = {"seen_digest": offered.page.digest}
    return Desk(
        visit=visit,
        offered=offered,
        sign=SignByLinkForm(initial=seen, auto_id="sign_%s"),
        other=OtherWordsForm(None, offered=offered),
        no=NotForUsForm(auto_id="no_%s"),
    )


def take(
    request: KithRequest,
    desk: Desk,
    form: KithForm,
    *,
    work: Callable[[], UUID],
    then: Callable[[], HttpResponseBase],
) -> HttpResponseBase:
    """A form takes effect once; what needs mending comes back with what was typed."""
    if not form.is_valid():
        return show_desk(request, desk, status=422)
    try:
        press_once(request, desk.visit.viewer, work=work)
    except BadInput as error:
        say_in_form(form, error)
        return show_desk(request, desk, status=error.status)
    return then()


def show_desk(request: KithRequest, desk: Desk, *, status: int = 200) -> HttpResponseBase:
    """The page."""
    offered, page = desk.offered, desk.offered.page
    context = {
        **words_of(offered),
        "visit": desk.visit,
        "forms": desk,
        "phoned": phoned_answers(desk.visit.viewer, agreement_id=desk.visit.agreement_id),
        "has_one_already": page.standing in HOLDS_MEANWHILE,
        "is_ended": page.standing is Standing.ENDED,
        "has_left": page.standing is Standing.WE_LEFT,
        "has_signed": offered.own is not None and offered.own.signed_at is not None,
    }
    return show(request, PAGE, context, status=status)


def words_of(offered: OfferedAgreement) -> dict[str, object]:
    """What `answer/parts/agreement_words.html` shows."""
    return {
        "offered": offered,
        "page": offered.page,
        "parts": [
            (_("What we would do"), _rows(offered.ours)),
            (_("What the others would do"), _rows(offered.others)),
            (_("What all of us would do"), _rows(offered.all_parties)),
        ],
        "parties": [(party, ROLE_WORDS[party.role]) for party in offered.page.parties],
    }


def _rows(clauses: tuple[OfferedClause, ...]) -> list[tuple[object, tuple[str, ...]]]:
    """Each clause with its title and its words."""
    return [(CLAUSE_WORDS[clause.kind], clause.lines) for clause in clauses]
