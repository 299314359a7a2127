"""What can be said of a service with Kith's own taxonomy."""

from collections.abc import Sequence

from kith.core.viewer import Viewer
from kith.directory.reading.own_facts import own_groups
from kith.directory.views_of import FactGroup


def known_facts(viewer: Viewer, *, language: str) -> Sequence[FactGroup]:
    """Every group with its facts, in the order in which people read them, as they come with Kith.

    Named in `language` where there is a label, else in English. No statement.
    """
    del viewer  # the same for everybody
    return own_groups(language)
