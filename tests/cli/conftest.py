"""Real sites for commands that are run as commands."""

from tests.factories.site_fixtures import site_template

__all__ = ["site_template"]
