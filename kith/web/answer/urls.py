"""Addresses of the answer area: single-purpose links, no login."""

from django.urls import URLPattern, URLResolver, path

from kith.web.answer import (
    agreement_pages,
    ask_pages,
    happened_pages,
    listing_pages,
    name_pages,
    own_code_pages,
    paper_pages,
    proposal_pages,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("a/<str:token>/", ask_pages.answer_ask, name="answer_ask"),
    path("n/<str:token>/", name_pages.answer_name, name="answer_name"),
    path("n/<str:token>/blank/", name_pages.blank_name, name="blank_name"),
    path("n/<str:token>/still/", name_pages.name_still_shown, name="name_still_shown"),
    path("h/<str:token>/", happened_pages.answer_happened, name="answer_happened"),
    path("c/<str:token>/", own_code_pages.choose_own_code, name="choose_own_code"),
    path("l/<str:token>/", listing_pages.confirm_by_link, name="confirm_by_link"),
    path("g/<str:token>/", agreement_pages.answer_agreement, name="answer_agreement"),
    path("p/<str:token>/", paper_pages.confirm_paper, name="confirm_paper"),
    path("p/<str:token>/file/", paper_pages.paper_by_link, name="paper_by_link"),
    path("o/<str:token>/", proposal_pages.propose_by_link, name="propose_by_link"),
    path("agreed/<slug:what>/", agreement_pages.agreement_thanks, name="agreement_thanks"),
    path("thanks/<slug:what>/", ask_pages.answer_thanks, name="answer_thanks"),
]
