"""Addresses of an agreement as it lives."""

from django.urls import URLPattern, URLResolver, path

from kith.web.partnerships import life_pages, shown_pages, variation_pages

ONE = "agreements/<uuid:agreement_id>/"
CHANGE = "agreements/changes/<uuid:variation_id>/"
lives: list[URLPattern | URLResolver] = [
    path("agreements/for-us/", shown_pages.our_reporting, name="our_reporting"),
    path(f"{ONE}published/", shown_pages.published_agreement, name="published_agreement"),
    path(f"{ONE}life/", life_pages.agreement_life, name="agreement_life"),
    path(f"{ONE}suspend/", life_pages.suspend_agreement, name="suspend_agreement"),
    path(f"{ONE}resume/", life_pages.resume_agreement, name="resume_agreement"),
    path(f"{ONE}leave/", life_pages.leave_agreement, name="leave_agreement"),
    path(f"{ONE}renew/", life_pages.renew_agreement, name="renew_agreement"),
    path(f"{ONE}review/", life_pages.note_review, name="note_review"),
    path(f"{ONE}publish/", shown_pages.publish_agreement, name="publish_agreement"),
    path(f"{ONE}unpublish/", shown_pages.unpublish_agreement, name="unpublish_agreement"),
    path(f"{ONE}clauses/<uuid:clause_key>/vary/", variation_pages.ask_variation, name="ask_variation"),
    path(f"{CHANGE}answer/", variation_pages.answer_variation, name="answer_variation"),
    path(f"{CHANGE}take-back/", variation_pages.take_back_variation, name="take_back_variation"),
]
