"""The request as pages get it: with its viewer."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from kith.core.queries.site_profile import SiteProfilePage
from kith.core.viewer import Viewer

ACTING_FOR = "acting_for"
"""Session key: the id of the organisation that a member of several chose to act for."""


class KithRequest(HttpRequest):
    """A request after the middlewares: who is looking, at whose site, and whether htmx asked for a part."""

    viewer: Viewer
    profile: SiteProfilePage
    htmx: HtmxDetails
