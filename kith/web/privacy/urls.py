"""Addresses of the privacy officer's pages."""

from django.urls import URLPattern, URLResolver, path

from kith.web.privacy import desk_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("privacy/desk/", desk_pages.privacy_desk, name="privacy_desk"),
    path("privacy/records/<slug:kind>/<uuid:record_id>/", desk_pages.record_events, name="record_events"),
    path("privacy/law/<slug:pack>/adopt/", desk_pages.adopt_law_pack, name="adopt_law_pack"),
]
