"""Django app of the care room."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """Needs, referrals, answers and endings."""

    name = "kith.care"
    label = "care"
