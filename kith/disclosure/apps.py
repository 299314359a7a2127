"""Django app of the disclosure room."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Gathers the facts, previews, delivers after asking again, keeps the ledger."""

    name = "kith.disclosure"
    label = "disclosure"
