"""Addresses of the site's own pages."""

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from kith.web.site.health_page import health
from kith.web.site.help_pages import help_list, help_page, review_help_page
from kith.web.site.home_page import home
from kith.web.site.jobs_pages import background_jobs, retry_job
from kith.web.site.public_face_pages import public_face
from kith.web.site.public_pages import accessibility, hide_your_tracks, privacy_and_choices
from kith.web.site.report_pages import mistake_reported, report_a_mistake
from kith.web.site.settings_pages import site_settings
from kith.web.site.still_here_page import still_here
from kith.web.site.styleguide_page import styleguide

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("help/", help_list, name="help_list"),
    path("help/review/", review_help_page, name="review_help_page"),
    path("help/<slug:code>/", help_page, name="help_page"),
    path("privacy/", privacy_and_choices, name="privacy_and_choices"),
    path("hide-your-tracks/", hide_your_tracks, name="hide_your_tracks"),
    path("accessibility/", accessibility, name="accessibility"),
    path("report-a-mistake/", report_a_mistake, name="report_a_mistake"),
    path("report-a-mistake/thank-you/", mistake_reported, name="mistake_reported"),
    path("language/", set_language, name="set_language"),
    path("still-here/", still_here, name="still_here"),
    path("health/", health, name="health"),
    path("styleguide/", styleguide, name="styleguide"),
    path("site/settings/", site_settings, name="site_settings"),
    path("site/public/", public_face, name="public_face"),
    path("site/jobs/", background_jobs, name="background_jobs"),
    path("site/jobs/<uuid:task_id>/retry/", retry_job, name="retry_job"),
]
