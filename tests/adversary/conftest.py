"""Real sites for tests that kill real processes."""

from tests.factories.site_fixtures import site_template

__all__ = ["site_template"]
