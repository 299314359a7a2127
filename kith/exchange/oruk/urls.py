"""Addresses of the interface in the shape of Open Referral UK."""

from django.urls import URLPattern, URLResolver, path

from kith.exchange.hsds.api.anything import anything_else
from kith.exchange.oruk import about_endpoints, endpoints

urlpatterns: list[URLPattern | URLResolver] = [
    path("", about_endpoints.oruk_about, name="oruk_about"),
    path("openapi.json", about_endpoints.oruk_openapi, name="oruk_openapi"),
    path("services", endpoints.oruk_services, name="oruk_services"),
    path("services/<uuid:oruk_id>", endpoints.oruk_service, name="oruk_service"),
    path("service_at_locations", endpoints.oruk_places, name="oruk_places"),
    path("service_at_locations/<uuid:oruk_id>", endpoints.oruk_place, name="oruk_place"),
    path("organizations", endpoints.oruk_organizations, name="oruk_organizations"),
    path("organizations/<uuid:oruk_id>", endpoints.oruk_organization, name="oruk_organization"),
    path("taxonomies", endpoints.oruk_taxonomies, name="oruk_taxonomies"),
    path("taxonomies/<uuid:oruk_id>", endpoints.oruk_taxonomy, name="oruk_taxonomy"),
    path("taxonomy_terms", endpoints.oruk_terms, name="oruk_terms"),
    path("taxonomy_terms/<uuid:oruk_id>", endpoints.oruk_term, name="oruk_term"),
    anything_else(about_endpoints.oruk_nothing, "oruk_nothing"),
]
