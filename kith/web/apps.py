"""Django app of the web room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The door for people: pages over HTTP."""

    name = "kith.web"
    label = "web"
