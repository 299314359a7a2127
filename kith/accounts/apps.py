"""Django app of the accounts room."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, the organisations they act for, and in which roles."""

    name = "kith.accounts"
    label = "accounts"
