"""What can be said of a service with Kith's own taxonomy."""

from kith.core.viewer import Viewer
from kith.directory.reading.own_facts import own_groups
from kith.directory.views_of import FactGroup


def known_facts(viewer: Viewer, *, language: str) -> list[FactGroup]:
    """Every group with its facts, in the order in which people read them; empty where none was loaded.

    Named in `language` where there is a label, else in English. Two statements.
    """
    return own_groups(viewer, language=language)
