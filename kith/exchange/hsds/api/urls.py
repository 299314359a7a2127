"""Addresses of the HSDS interface."""

from django.urls import URLPattern, URLResolver, path

from kith.exchange.hsds.api import (
    about_endpoints,
    organization_endpoints,
    service_endpoints,
    taxonomy_endpoints,
)
from kith.exchange.hsds.api.anything import anything_else

urlpatterns: list[URLPattern | URLResolver] = [
    path("", about_endpoints.hsds_about, name="hsds_about"),
    path("openapi.json", about_endpoints.hsds_openapi, name="hsds_openapi"),
    path("profile.json", about_endpoints.hsds_profile, name="hsds_profile"),
    path("services", service_endpoints.hsds_services, name="hsds_services"),
    path("services/<uuid:hsds_id>", service_endpoints.hsds_service, name="hsds_service"),
    path("service_at_locations", service_endpoints.hsds_places, name="hsds_places"),
    path("service_at_locations/<uuid:hsds_id>", service_endpoints.hsds_place, name="hsds_place"),
    path("organizations", organization_endpoints.hsds_organizations, name="hsds_organizations"),
    path("organizations/<uuid:hsds_id>", organization_endpoints.hsds_organization, name="hsds_organization"),
    path("taxonomies", taxonomy_endpoints.hsds_taxonomies, name="hsds_taxonomies"),
    path("taxonomies/<uuid:hsds_id>", taxonomy_endpoints.hsds_taxonomy, name="hsds_taxonomy"),
    path("taxonomy_terms", taxonomy_endpoints.hsds_terms, name="hsds_terms"),
    path("taxonomy_terms/<uuid:hsds_id>", taxonomy_endpoints.hsds_term, name="hsds_term"),
    anything_else(about_endpoints.hsds_nothing, "hsds_nothing"),
]
