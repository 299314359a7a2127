"""The words of pages without sign-in: what the languages that are not whole have to say.

They are the pages that anybody may open, and those of links about agreements, listings and own codes.
"""

from functools import cache
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import Catalog, read_po

from tests.web.test_translations import METHODS, PROGRAM, first_of

LOCALE = PROGRAM / "web" / "locale"
PUBLIC_SOURCES = (
    "config/languages.py",
    "core/errors.py",
    "directory/errors.py",
    "directory/reading/hours.py",
    "partnerships/actions/ask_call_about_agreement.py",
    "partnerships/actions/decline_agreement.py",
    "partnerships/clause_terms.py",
    "partnerships/clauses/*.py",
    "partnerships/errors.py",
    "partnerships/letters.py",
    "partnerships/negotiation_errors.py",
    "partnerships/partner_offer.py",
    "partnerships/proposal_letters.py",
    "partnerships/queries/due_lines.py",
    "partnerships/queries/life_lines.py",
    "partnerships/queries/listing_lines.py",
    "partnerships/queries/report_lines.py",
    "partnerships/queries/table_lines.py",
    "partnerships/table_letters.py",
    "partnerships/terms.py",
    "partnerships/text.py",
    "post/errors.py",
    "web/answer/agreement_*.py",
    "web/answer/listing_pages.py",
    "web/answer/own_code_pages.py",
    "web/answer/paper_pages.py",
    "web/answer/proposal_pages.py",
    "web/body_size.py",
    "web/calm.py",
    "web/care/contact_*.py",
    "web/directory/asked.py",
    "web/directory/cards.py",
    "web/directory/facets.py",
    "web/directory/find_pages.py",
    "web/directory/found_cards.py",
    "web/directory/listing_pages.py",
    "web/directory/listing_words.py",
    "web/directory/map_words.py",
    "web/directory/mistake_pages.py",
    "web/directory/result_map.py",
    "web/directory/tongues.py",
    "web/directory/topic_buttons.py",
    "web/directory/translation_pages.py",
    "web/directory/words.py",
    "web/forms.py",
    "web/frame.py",
    "web/kept/*.py",
    "web/known_words.py",
    "web/middleware.py",
    "web/pages.py",
    "web/partnerships/own_code_form.py",
    "web/site/help_pages.py",
    "web/site/help_topics.py",
    "web/site/help_words.py",
    "web/site/home_page.py",
    "web/site/public_pages.py",
    "web/site/report_forms.py",
    "web/site/report_pages.py",
    "web/templates/*.html",
    "web/templates/answer/agreement_thanks.html",
    "web/templates/answer/answer_agreement.html",
    "web/templates/answer/choose_own_code.html",
    "web/templates/answer/confirm_by_link.html",
    "web/templates/answer/confirm_paper.html",
    "web/templates/answer/parts/agreement_words.html",
    "web/templates/answer/parts/phoned.html",
    "web/templates/answer/propose_by_link.html",
    "web/templates/care/contact_requested.html",
    "web/templates/care/request_contact.html",
    "web/templates/directory/find_help.html",
    "web/templates/directory/organization_page.html",
    "web/templates/directory/parts/*.html",
    "web/templates/directory/report_listing_mistake.html",
    "web/templates/directory/service_page.html",
    "web/templates/errors/*.html",
    "web/templates/kept/**/*.html",
    "web/templates/parts/*.html",
    "web/templates/site/accessibility.html",
    "web/templates/site/help/*.html",
    "web/templates/site/help_list.html",
    "web/templates/site/help_page.html",
    "web/templates/site/hide_your_tracks.html",
    "web/templates/site/home.html",
    "web/templates/site/mistake_reported.html",
    "web/templates/site/privacy_and_choices.html",
    "web/templates/site/report_a_mistake.html",
)
STAFF_PARTS = frozenset({"field_diff.html", "mistakes.html", "idle.html"})
"""Parts that only signed-in pages include."""


def public_files() -> set[str]:
    """The files whose words stand on public pages, from the program's folder on."""
    found = {path for glob in PUBLIC_SOURCES for path in PROGRAM.glob(glob) if path.name not in STAFF_PARTS}
    return {str(path.relative_to(PROGRAM)) for path in found}


@cache
def public_words() -> frozenset[tuple[str, str | None]]:
    """Each string of the public pages (of a number's forms the first), with its context."""
    keywords = DEFAULT_KEYWORDS | {"gettext_lazy": None, "ngettext_lazy": (1, 2)}
    files = public_files()
    found = extract_from_dir(str(PROGRAM), METHODS, keywords=keywords)
    return frozenset(
        (first_of(words), context) for file, _line, words, _comments, context in found if file in files
    )


@cache
def catalogue(language: str) -> Catalog:
    """The shipped words of one language."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def path_of(language: str) -> Path:
    """Where the words of one language lie."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"
