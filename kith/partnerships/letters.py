"""The words of the mails about who is asked and told at a partner: nothing about anybody who needs help."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

LINES = "\n\n"


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body of one mail."""

    subject: str
    body: str


def own_code_letter(*, language: str, site: str, organization: str, code_word: str, link: str) -> Letter:
    """To a newly named person: choose your own code."""
    with translation.override(language):
        return Letter(
            _("Your own code for %(site)s") % {"site": site},
            LINES.join(
                [
                    code_word_line(code_word),
                    _("You are the person we ask at %(organization)s.") % {"organization": organization},
                    _("Please choose your own code here. The link works once, for 30 days:"),
                    link,
                    _("Is this wrong? Please phone us."),
                ]
            ),
        )


def contact_added_letter(*, language: str, site: str, organization: str, name: str) -> Letter:
    """To the others at the partner: somebody was added."""
    with translation.override(language):
        said = _("From now on we also ask %(name)s at %(organization)s.")
        return _changed(site, said % {"name": name, "organization": organization})


def contact_ended_letter(*, language: str, site: str, organization: str, name: str) -> Letter:
    """To the others at the partner: somebody is asked no more."""
    with translation.override(language):
        said = _("We no longer ask %(name)s at %(organization)s.")
        return _changed(site, said % {"name": name, "organization": organization})


def you_ended_letter(*, language: str, site: str, organization: str) -> Letter:
    """To the one who is asked no more."""
    with translation.override(language):
        said = _("We no longer ask you at %(organization)s. Links in earlier mails are closed.")
        return _changed(site, said % {"organization": organization})


def routine_letter(
    *, language: str, site: str, code_word: str, subject: str, paragraphs: Sequence[tuple[str, str]]
) -> Letter:
    """To the one reader at a partner, once a week at most: words, each with the address it opens, if any.

    `subject` is empty where the mail is about several things.
    """
    with translation.override(language):
        return Letter(
            subject or _("This week from %(site)s") % {"site": site},
            LINES.join(
                [
                    code_word_line(code_word),
                    *(part for paragraph in paragraphs for part in paragraph if part),
                    _("Or reply to us by phone. That is just as good."),
                    _("Besides requests, you get one mail a week from us at most."),
                ]
            ),
        )


def code_word_line(code_word: str) -> str:
    """The first line of each mail to a partner: by it they know that we are real."""
    return _("Our code word: %(word)s. Not your word? Do not answer.") % {"word": code_word}


def _changed(site: str, said: str) -> Letter:
    return Letter(
        _("Whom %(site)s asks at your place") % {"site": site},
        LINES.join([said, _("Is this wrong? Please phone us, on a number that you know. Trust no new one.")]),
    )
