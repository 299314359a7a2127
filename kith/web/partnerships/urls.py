"""Addresses of the partnerships area."""

from django.urls import URLPattern, URLResolver, path

from kith.web.partnerships import (
    agreement_pages,
    contact_pages,
    negotiation_urls,
    paper_pages,
    partner_change_pages,
    partner_pages,
    phoned_pages,
    put_pages,
    welcome_pages,
    wording_pages,
)
from kith.web.partnerships.life_urls import lives
from kith.web.partnerships.sheet_urls import sheets
from kith.web.partnerships.table_urls import tables

partners: list[URLPattern | URLResolver] = [
    path("partners/", partner_pages.partners_list, name="partners_list"),
    path("partners/welcome/", welcome_pages.find_partner, name="find_partner"),
    path("partners/welcome/new/", welcome_pages.welcome_new_partner, name="welcome_new_partner"),
    path("partners/welcome/<uuid:organization_id>/", welcome_pages.welcome_partner, name="welcome_partner"),
    path("partners/<uuid:organization_id>/", partner_pages.partner_page, name="partner_page"),
    path(
        "partners/<uuid:organization_id>/days/",
        partner_change_pages.set_working_days,
        name="set_working_days",
    ),
    path(
        "partners/<uuid:organization_id>/ask-for-proposal/",
        partner_change_pages.ask_for_proposal,
        name="ask_for_proposal",
    ),
    path("partners/<uuid:organization_id>/pause/", partner_change_pages.pause_asks, name="pause_asks"),
    path("partners/<uuid:organization_id>/resume/", partner_change_pages.resume_asks, name="resume_asks"),
    path(
        "partners/<uuid:organization_id>/limit/",
        partner_change_pages.set_open_asks_limit,
        name="set_open_asks_limit",
    ),
    path(
        "partners/<uuid:organization_id>/word/",
        partner_change_pages.change_code_word,
        name="change_code_word",
    ),
    path("partners/<uuid:organization_id>/people/", contact_pages.add_contact, name="add_contact"),
    path("partners/people/<uuid:contact_id>/code/", contact_pages.set_own_code, name="set_own_code"),
    path("partners/people/<uuid:contact_id>/confirm/", contact_pages.confirm_contact, name="confirm_contact"),
    path("partners/people/<uuid:contact_id>/end/", contact_pages.end_contact, name="end_contact"),
]
agreements: list[URLPattern | URLResolver] = [
    path("agreements/", agreement_pages.agreements_list, name="agreements_list"),
    path("agreements/propose/", wording_pages.propose_agreement, name="propose_agreement"),
    path("agreements/paper/", paper_pages.adopt_paper_agreement, name="adopt_paper_agreement"),
    path("agreements/<uuid:agreement_id>/", agreement_pages.agreement_page, name="agreement_page"),
    path("agreements/<uuid:agreement_id>/change/", wording_pages.change_draft, name="change_draft"),
    path("agreements/<uuid:agreement_id>/propose/", agreement_pages.propose_draft, name="propose_draft"),
    path("agreements/<uuid:agreement_id>/sign/", agreement_pages.sign_agreement, name="sign_agreement"),
    path("agreements/<uuid:agreement_id>/end/", agreement_pages.end_agreement, name="end_agreement"),
    path("agreements/<uuid:agreement_id>/paper/", agreement_pages.agreement_paper, name="agreement_paper"),
    path("agreements/<uuid:agreement_id>/paper/right/", paper_pages.answer_paper, name="answer_paper"),
    path("agreements/<uuid:agreement_id>/papers/<uuid:paper_id>/", paper_pages.paper_copy, name="paper_copy"),
    path(
        "agreements/<uuid:agreement_id>/signed/<uuid:organization_id>/",
        paper_pages.sign_on_paper,
        name="sign_on_paper",
    ),
    path(
        "agreements/<uuid:agreement_id>/partnership/",
        put_pages.put_to_partnership,
        name="put_to_partnership",
    ),
    path(
        "agreements/<uuid:agreement_id>/phoned/<uuid:organization_id>/",
        phoned_pages.note_phoned_answer,
        name="note_phoned_answer",
    ),
    path(
        "agreements/<uuid:agreement_id>/phoned/right/",
        phoned_pages.confirm_phoned_answer,
        name="confirm_phoned_answer",
    ),
]
urlpatterns: list[URLPattern | URLResolver] = [
    *sheets,
    *partners,
    *agreements,
    *negotiation_urls.urlpatterns,
    *lives,
    *tables,
]
