"""Addresses of drafting and negotiating an agreement."""

from django.urls import URLPattern, URLResolver, path

from kith.web.partnerships import (
    agreement_pages,
    clause_pages,
    negotiation_pages,
    talk_pages,
    words_pages,
)

ONE = "agreements/<uuid:agreement_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{ONE}words/", words_pages.change_words, name="change_words"),
    path(f"{ONE}clauses/", clause_pages.choose_clause, name="choose_clause"),
    path(f"{ONE}clauses/add/<str:clause_kind>/", clause_pages.add_clause, name="add_clause"),
    path(f"{ONE}clauses/<uuid:clause_key>/", talk_pages.say_about_clause, name="say_about_clause"),
    path(f"{ONE}clauses/<uuid:clause_key>/change/", clause_pages.change_clause, name="change_clause"),
    path(f"{ONE}clauses/<uuid:clause_key>/out/", clause_pages.take_out_clause, name="take_out_clause"),
    path(f"{ONE}said/", talk_pages.say_about_agreement, name="say_about_agreement"),
    path(f"{ONE}said/<uuid:comment_id>/settled/", talk_pages.settle_comment, name="settle_comment"),
    path(f"{ONE}other-words/", negotiation_pages.write_counter_draft, name="write_counter_draft"),
    path(f"{ONE}throw-away/", negotiation_pages.throw_draft_away, name="throw_draft_away"),
    path(f"{ONE}carry-over/", negotiation_pages.carry_draft_over, name="carry_draft_over"),
    path(f"{ONE}compare/", negotiation_pages.compare_versions, name="compare_versions"),
    path(f"{ONE}versions/<int:number>/", agreement_pages.agreement_version, name="agreement_version"),
    path(f"{ONE}versions/<int:number>/text/", negotiation_pages.version_text, name="version_text"),
]
