"""Changing the words of a draft around its clauses."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.partnerships.actions import change_words as changing
from kith.partnerships.errors import ClauseMistake
from kith.partnerships.negotiation_errors import WordsConflict
from kith.partnerships.queries.draft_page import draft_page
from kith.web.forms import sent
from kith.web.pages import form_page, show, staff_only
from kith.web.partnerships.roles import MAKERS, SHOW_OR_SEND
from kith.web.partnerships.sent_anew import sent_anew
from kith.web.partnerships.wording_pages import address_of_draft, parties_for
from kith.web.partnerships.words_forms import WordsForm
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_words(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Title, purpose, own words, dates and parties; what somebody else changed meanwhile is shown beside."""
    page = draft_page(request.viewer, agreement_id=agreement_id)
    form = WordsForm(sent(request), draft=page, possible=parties_for(request, page))
    context: dict[str, object] = {"page": page, "back": address_of_draft(page)}

    def work() -> UUID:
        try:
            _change(request, agreement_id, form)
        except ClauseMistake as mistake:
            context["against"] = [line for line in page.clauses if line.key in mistake.clause_keys]
            raise
        return agreement_id

    def then(_outcome: UUID) -> str:
        messages.success(request, _("The words are kept."))
        return address_of_draft(page)

    template = "partnerships/change_words.html"
    try:
        return form_page(request, template, form=form, context=context, work=work, then=then)
    except WordsConflict as conflict:
        form.data = sent_anew(request, seen_digest=page.words_digest)
        shown = {**context, "form": form, "conflict": conflict, "theirs": page}
        return show(request, template, shown, status=conflict.status)


def _change(request: KithRequest, agreement_id: UUID, form: WordsForm) -> None:
    said = form.cleaned_data
    changing.change_words(
        request.viewer,
        agreement_id=agreement_id,
        title=said["title"],
        purpose=said["purpose"],
        free_text=said["free_text"],
        language=said["language"],
        parties=form.parties(),
        starts_on=said["starts_on"],
        review_on=said["review_on"],
        ends_on=said["ends_on"],
        seen_digest=said["seen_digest"],
    )
