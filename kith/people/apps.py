"""Django app of the people room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, and how they may be reached."""

    name = "kith.people"
    label = "people"
