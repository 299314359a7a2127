"""Addresses of the people area."""

from django.urls import URLPattern, URLResolver, path

from kith.web.people import close_portal_pages, edit_pages, list_pages, portal_pages, text_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", list_pages.people_list, name="people_list"),
    path("people/<uuid:person_id>/change/", edit_pages.change_person, name="change_person"),
    path("people/<uuid:person_id>/name/", edit_pages.set_name, name="set_name"),
    path("people/<uuid:person_id>/reach/", edit_pages.set_how_to_reach, name="set_how_to_reach"),
    path("people/<uuid:person_id>/hand-over/", edit_pages.hand_over_person, name="hand_over_person"),
    path("people/<uuid:person_id>/own-page/", portal_pages.open_portal, name="open_portal"),
    path("people/<uuid:person_id>/own-page/close/", close_portal_pages.close_portal, name="close_portal"),
    path("texts/<uuid:message_id>/sent/", text_pages.mark_sent_by_hand, name="mark_sent_by_hand"),
]
