"""Whole sites on disk, for the race."""

from tests.factories.site_fixtures import site_template

__all__ = ["site_template"]
