"""The words of the mails that go to a partner's named contact: never a name, a need or an area."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

LINES = "\n\n"


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body of one mail."""

    subject: str
    body: str


def ask_letter(*, language: str, site: str, code_word: str, due: str, link: str) -> Letter:
    """Can you take one person? With the code word first, so that it is not taken for fraud."""
    with translation.override(language):
        by = _("Please answer by %(due)s.") % {"due": due} if due else _("Please answer when you can.")
        return Letter(
            _("A question from %(site)s") % {"site": site},
            LINES.join(
                [
                    _("Our code word: %(word)s. Not your word? Do not answer.") % {"word": code_word},
                    _("%(site)s asks: can you take one person?") % {"site": site} + " " + by,
                    _("Open this page to see the question and answer. You need no login:"),
                    link,
                    _("Or reply to us by phone. That is just as good."),
                ]
            ),
        )


def reminder_letter(*, language: str, site: str, code_word: str, link: str) -> Letter:
    """One reminder on the promised day."""
    with translation.override(language):
        return Letter(
            _("A question from %(site)s, once more") % {"site": site},
            LINES.join(
                [
                    _("Our code word: %(word)s. Not your word? Do not answer.") % {"word": code_word},
                    _("You promised an answer by today. One tap is enough:"),
                    link,
                ]
            ),
        )


def name_letter(*, language: str, site: str, code_word: str, link: str) -> Letter:
    """You were chosen: the name is behind a link and your own code."""
    with translation.override(language):
        return Letter(
            _("An answer from %(site)s") % {"site": site},
            LINES.join(
                [
                    _("Our code word: %(word)s. Not your word? Do not open the page.") % {"word": code_word},
                    _("The person chose you. Open this page with your own code to see whom to contact:"),
                    link,
                    _("The page can be read for 15 minutes on the first phone that opens it."),
                ]
            ),
        )


def happened_letter(*, language: str, site: str, code_word: str, link: str) -> Letter:
    """Did you meet? One tap."""
    with translation.override(language):
        return Letter(
            _("A short question from %(site)s") % {"site": site},
            LINES.join(
                [
                    _("Our code word: %(word)s. Not your word? Do not answer.") % {"word": code_word},
                    _("Did you meet? One tap is enough:"),
                    link,
                ]
            ),
        )


def noted_letter(*, language: str, site: str, code_word: str) -> Letter:
    """What you told us by phone is written down."""
    with translation.override(language):
        return Letter(
            _("Noted: your call with %(site)s") % {"site": site},
            LINES.join(
                [
                    _("Our code word: %(word)s.") % {"word": code_word},
                    _("We wrote down the answer you gave by phone. Was it not you? Please call us."),
                ]
            ),
        )


def no_longer_needed_letter(*, language: str, site: str) -> Letter:
    """Thank you; it is settled another way."""
    with translation.override(language):
        return Letter(
            _("Thank you from %(site)s") % {"site": site},
            _("Thank you for your yes. It is not needed any more, and your place is free again."),
        )


def stopped_letter(*, language: str, site: str, code_word: str, on: str) -> Letter:
    """Sharing stopped: do not use what you were told any further."""
    with translation.override(language):
        return Letter(
            _("Sharing stopped: a note from %(site)s") % {"site": site},
            LINES.join(
                [
                    _("Our code word: %(word)s.") % {"word": code_word},
                    _("Sharing stopped on %(on)s for one request. Please use what we told you no more.")
                    % {"on": on},
                    _("You keep your own notes and the duties you have begun."),
                ]
            ),
        )


def your_list_letter(*, language: str, site: str, link: str) -> Letter:
    """To a worker: something new waits on your list."""
    with translation.override(language):
        return Letter(
            _("Something waits on your list at %(site)s") % {"site": site},
            LINES.join(
                [
                    _("Somebody you work with has made a choice, and needs you for the next step."),
                    _("Your list says what it is:"),
                    link,
                ]
            ),
        )
