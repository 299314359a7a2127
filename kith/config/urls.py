"""Every door that speaks HTTP, in one list; Arabic pages live under /ar/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("hsds/", include("kith.exchange.hsds.api.urls")),
    path("oruk/", include("kith.exchange.oruk.urls")),
    *i18n_patterns(path("", include("kith.web.urls")), prefix_default_language=False),
]
