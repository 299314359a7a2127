"""Addresses of what a person takes along."""

from django.urls import URLPattern, URLResolver, path

from kith.web.kept import kept_pages, worker_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("kept/", kept_pages.kept_list, name="kept_list"),
    path("kept/print/", kept_pages.print_list, name="print_list"),
    path("offline/", worker_pages.offline, name="offline"),
    path("sw.js", worker_pages.service_worker, name="service_worker"),
]
