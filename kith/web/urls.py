"""Every page, area by area."""

from django.urls import include, path

AREAS = [
    "site",
    "directory",
    "kept",
    "accounts",
    "partnerships",
    "people",
    "care",
    "answer",
    "portal",
    "privacy",
]
urlpatterns = [path("", include(f"kith.web.{area}.urls")) for area in AREAS]
