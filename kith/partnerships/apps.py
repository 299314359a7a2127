"""Django app of the partnerships room."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Agreements, clauses, and how each partner wants to be asked."""

    name = "kith.partnerships"
    label = "partnerships"
