"""The words of mails about a table: who took a seat away, and why."""

from django.utils import translation
from django.utils.translation import gettext as _

from kith.partnerships.letters import LINES, Letter, code_word_line


def seat_taken_letter(
    *, language: str, site: str, code_word: str, name: str, table: str, reason: str
) -> Letter:
    """To the one who sat there. `code_word` is empty for who signs in."""
    with translation.override(language):
        return Letter(
            _("Your seat at a table on %(site)s") % {"site": site},
            LINES.join(
                [
                    *([code_word_line(code_word)] if code_word else []),
                    _("%(name)s has taken away your seat at “%(table)s”. What we signed stays as it is.")
                    % {"name": name, "table": table},
                    _("Why: %(reason)s") % {"reason": reason},
                    _("Is this wrong? Please phone us."),
                ]
            ),
        )
