"""Changing for a while what was agreed: ask, answer, take back."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.partnerships.actions import answer_variation as answering
from kith.partnerships.actions import ask_variation as asking
from kith.partnerships.actions import take_back_variation as taking_back
from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.queries.clause_to_vary import clause_to_vary
from kith.partnerships.queries.variation_page import variation_page
from kith.web.forms import sent
from kith.web.pages import act, form_page, staff_only
from kith.web.partnerships.life_pages import address_of_life, check_open
from kith.web.partnerships.roles import KEEPERS, SHOW_OR_SEND
from kith.web.partnerships.variation_forms import AnswerVariationForm, VariationForm
from kith.web.partnerships.variation_rows import variation_row
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def ask_variation(request: KithRequest, agreement_id: UUID, clause_key: UUID) -> HttpResponseBase:
    """Ask to change for a while what we owe; what stays small is agreed at once."""
    clause = clause_to_vary(request.viewer, agreement_id=agreement_id, clause_key=clause_key)
    form = VariationForm(sent(request), parts=clause.fields, initial={"first_on": clause.today})

    def work() -> UUID:
        return asking.ask_variation(
            request.viewer,
            agreement_id=agreement_id,
            clause_key=clause_key,
            changes=form.changes(),
            reason=form.chosen(),
            words=form.cleaned_data["words"],
            first_on=form.cleaned_data["first_on"],
            last_on=form.cleaned_data["last_on"],
        )

    def then(variation_id: UUID) -> str:
        line = variation_page(request.viewer, variation_id=variation_id)
        messages.success(
            request,
            _("This is agreed at once, and the others are told.")
            if line.is_within_tolerance
            else _("The others are asked. Until they agree, all stays as it is."),
        )
        return address_of_life(agreement_id)

    context = {"clause": clause, "kind": CLAUSE_WORDS[clause.kind]}
    template = "partnerships/ask_variation.html"
    return form_page(request, template, form=form, context=context, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def answer_variation(request: KithRequest, variation_id: UUID) -> HttpResponseBase:
    """Say yes or no to what another party asks."""
    line = variation_page(request.viewer, variation_id=variation_id)
    form = AnswerVariationForm(sent(request))
    check_open(request, is_open=line.may_answer)

    def work() -> UUID:
        answering.answer_variation(
            request.viewer,
            variation_id=variation_id,
            is_yes=form.cleaned_data["answer"] == "yes",
            words=form.cleaned_data["words"],
        )
        return line.agreement_id

    def then(agreement_id: UUID) -> str:
        messages.success(request, _("Your answer is noted. Thank you."))
        return address_of_life(agreement_id)

    context = {"row": variation_row(line)}
    template = "partnerships/answer_variation.html"
    return form_page(request, template, form=form, context=context, work=work, then=then)


@require_POST
@staff_only(*KEEPERS)
def take_back_variation(request: KithRequest, variation_id: UUID) -> HttpResponseBase:
    """We need it no more."""
    line = variation_page(request.viewer, variation_id=variation_id)

    def work() -> UUID:
        taking_back.take_back_variation(request.viewer, variation_id=variation_id)
        return line.agreement_id

    return act(request, work=work, then=address_of_life)
