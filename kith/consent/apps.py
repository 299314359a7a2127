"""Django app of the consent room."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """Law packs, the one decision, directives and grants; knows a person only by id."""

    name = "kith.consent"
    label = "consent"
