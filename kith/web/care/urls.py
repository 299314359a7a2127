"""Addresses of the care area."""

from django.urls import URLPattern, URLResolver, path

from kith.web.care import (
    answer_pages,
    ask_pages,
    code_pages,
    contact_pages,
    ending_pages,
    inbox_pages,
    list_pages,
    need_pages,
    person_pages,
    referral_pages,
    sharing_pages,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("list/", list_pages.my_list, name="my_list"),
    path("people/new/", person_pages.take_in, name="take_in"),
    path("people/<uuid:person_id>/", person_pages.person_page, name="person_page"),
    path("people/<uuid:person_id>/needs/new/", need_pages.add_need, name="add_need"),
    path("people/<uuid:person_id>/sharing/", sharing_pages.person_sharing, name="person_sharing"),
    path("people/<uuid:person_id>/sharing/stop-all/", sharing_pages.stop_all, name="stop_all_sharing"),
    path("people/<uuid:person_id>/exclude/", sharing_pages.exclude, name="exclude"),
    path("people/<uuid:person_id>/include/", sharing_pages.lift_exclusion, name="lift_exclusion"),
    path("sharing/<uuid:consent_id>/stop/", sharing_pages.stop_sharing, name="stop_sharing"),
    path("sharing/<uuid:consent_id>/pause/", sharing_pages.pause_sharing, name="pause_sharing"),
    path("sharing/<uuid:consent_id>/resume/", sharing_pages.resume_sharing, name="resume_sharing"),
    path("needs/<uuid:need_id>/services/", need_pages.services_for_need, name="services_for_need"),
    path("needs/<uuid:need_id>/draft/", need_pages.draft_referral, name="draft_referral"),
    path("referrals/<uuid:referral_id>/", referral_pages.referral_page, name="referral_page"),
    path("referrals/<uuid:referral_id>/ask/", ask_pages.ask_preview, name="ask_preview"),
    path("referrals/<uuid:referral_id>/answer/", answer_pages.record_answer, name="record_answer"),
    path("referrals/<uuid:referral_id>/choose/", answer_pages.choose_partner, name="choose_partner"),
    path("referrals/<uuid:referral_id>/code/", code_pages.name_code, name="name_code"),
    path("referrals/<uuid:referral_id>/happened/", ending_pages.record_happened, name="record_happened"),
    path("referrals/<uuid:referral_id>/word/", ending_pages.record_word, name="record_word"),
    path("referrals/<uuid:referral_id>/close/", ending_pages.close_referral, name="close_referral"),
    path("referrals/<uuid:referral_id>/stop/", referral_pages.withdraw_referral, name="withdraw_referral"),
    path("referrals/<uuid:referral_id>/hand-over/", referral_pages.hand_over, name="hand_over_referral"),
    path("referrals/<uuid:referral_id>/later/", referral_pages.put_off, name="put_off"),
    path("referrals/<uuid:referral_id>/letter/", referral_pages.referral_letter, name="referral_letter"),
    path("inbox/", inbox_pages.referral_inbox, name="referral_inbox"),
    path("inbox/<uuid:referral_id>/", inbox_pages.received_referral, name="received_referral"),
    path("services/<uuid:service_id>/contact-me/", contact_pages.request_contact, name="request_contact"),
    path("contact-me/sent/", contact_pages.contact_requested, name="contact_requested"),
]
