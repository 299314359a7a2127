"""Django app of the exchange room."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The door for standards: mapping and files."""

    name = "kith.exchange"
    label = "exchange"
