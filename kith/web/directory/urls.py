"""Addresses of the directory area."""

from django.urls import URLPattern, URLResolver, path

from kith.web.directory import (
    edit_pages,
    fact_pages,
    find_pages,
    history_pages,
    keeping_pages,
    listing_pages,
    mistake_pages,
    places_pages,
    translation_pages,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("find/", find_pages.find_help, name="find_help"),
    path("services/<uuid:service_id>/", listing_pages.service_page, name="service_page"),
    path("services/<uuid:service_id>/listing/", keeping_pages.keep_listing, name="keep_listing"),
    path("services/<uuid:service_id>/edit/", edit_pages.edit_service, name="edit_service"),
    path("services/<uuid:service_id>/history/", history_pages.service_history, name="service_history"),
    path("services/<uuid:service_id>/facts/", fact_pages.tag_service, name="tag_service"),
    path("services/<uuid:service_id>/languages/", translation_pages.choose_language, name="choose_language"),
    path(
        "services/<uuid:service_id>/languages/<str:language>/",
        translation_pages.translate_service,
        name="translate_service",
    ),
    path("services/<uuid:service_id>/places/", places_pages.set_places_by_kind, name="set_places_by_kind"),
    path("services/<uuid:service_id>/confirm/", keeping_pages.confirm_listing, name="confirm_listing"),
    path(
        "services/<uuid:service_id>/mistake/",
        mistake_pages.report_listing_mistake,
        name="report_listing_mistake",
    ),
    path(
        "my-listing/mistakes/<uuid:mistake_id>/settle/",
        mistake_pages.settle_listing_mistake,
        name="settle_listing_mistake",
    ),
    path("organizations/<uuid:organization_id>/", listing_pages.organization_page, name="organization_page"),
    path(
        "organizations/<uuid:organization_id>/edit/", edit_pages.edit_organization, name="edit_organization"
    ),
    path(
        "organizations/<uuid:organization_id>/history/",
        history_pages.organization_history,
        name="organization_history",
    ),
    path("my-listing/", keeping_pages.my_listing, name="my_listing"),
]
