"""Django app of the post room."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    """Outgoing mail and text, the safe-contact gate, single-purpose links."""

    name = "kith.post"
    label = "post"
