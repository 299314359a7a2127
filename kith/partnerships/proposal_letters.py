"""The words of the mails about a proposal: who asks whom, and a page; nothing of what it says."""

from enum import StrEnum

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.partnerships.letters import LINES, Letter, code_word_line


class AnswerSaid(StrEnum):
    """What a party answered to words on the table, without signing them."""

    PHONE_US = "phone_us"
    NOT_FOR_US = "not_for_us"
    OTHER_WORDS = "other_words"
    PAPER_DOUBTED = "paper_doubted"
    PHONE_DOUBTED = "phone_doubted"


ANSWER_WORDS: dict[AnswerSaid, str | Promise] = {
    AnswerSaid.PHONE_US: gettext_lazy("“Please phone us about the agreement.”"),
    AnswerSaid.NOT_FOR_US: gettext_lazy("“The agreement is not for us.”"),
    AnswerSaid.OTHER_WORDS: gettext_lazy("“We would like other words in the agreement.”"),
    AnswerSaid.PAPER_DOUBTED: gettext_lazy("“Something is wrong with the paper.”"),
    AnswerSaid.PHONE_DOUBTED: gettext_lazy("“This is not what we said on the phone.”"),
}


def proposal_letter(
    *, language: str, site: str, proposer: str, organization: str, code_word: str, link: str, is_first: bool
) -> Letter:
    """To the named person: read it in plain words, and answer without a login."""
    with translation.override(language):
        first = _("%(proposer)s would like to agree on something with %(organization)s.")
        again = _("%(proposer)s offers other words for the agreement with %(organization)s.")
        said = (first if is_first else again) % {"proposer": proposer, "organization": organization}
        return Letter(
            _("A proposal from %(proposer)s") % {"proposer": proposer},
            LINES.join(
                [
                    code_word_line(code_word),
                    said,
                    _("Open this page, read it in plain words, and answer. It takes five minutes. No login:"),
                    link,
                    _("The link is for you. It works for 30 days. Nothing binds you until you sign."),
                    _("Or reply to us by phone. That is just as good."),
                    _("This mail comes from %(site)s.") % {"site": site},
                ]
            ),
        )


def what_would_you_like_letter(*, language: str, host: str, code_word: str, link: str) -> Letter:
    """To the named person: say what you would like to agree on."""
    with translation.override(language):
        said = _("%(host)s would like to hear what you could offer, and what you need.")
        return Letter(
            _("What would you like to agree on with us?"),
            LINES.join(
                [
                    code_word_line(code_word),
                    said % {"host": host},
                    _("Open this page and write a few words. It takes five minutes. No login:"),
                    link,
                    _("Or reply to us by phone. That is just as good."),
                ]
            ),
        )


def waits_for_you_letter(*, language: str, proposer: str, link: str) -> Letter:
    """To those who sign for a party and have a login."""
    with translation.override(language):
        said = _("%(proposer)s offers words for an agreement. They wait for you here:")
        return Letter(
            _("A proposal from %(proposer)s") % {"proposer": proposer},
            LINES.join([said % {"proposer": proposer}, link]),
        )


def signed_letter(*, language: str, code_word: str, text: str, digest: str) -> Letter:
    """To the named person who signed by link: the words that they signed."""
    with translation.override(language):
        return Letter(
            _("What you have signed"),
            LINES.join(
                [
                    code_word_line(code_word),
                    _("Thank you. These are the words that you signed. Please keep this mail."),
                    text.strip(),
                    _("Fingerprint of these words:") + " " + digest,
                    _("Is this wrong? Please phone us."),
                ]
            ),
        )


def paper_letter(*, language: str, site: str, adopter: str, code_word: str, link: str) -> Letter:
    """To a party of an agreement that was signed by hand: look whether this is the paper."""
    with translation.override(language):
        said = _("%(adopter)s has put a paper on %(site)s that you both signed. Nothing new is asked of you.")
        return Letter(
            _("Is this the paper that you signed?"),
            LINES.join(
                [
                    *([code_word_line(code_word)] if code_word else []),
                    said % {"adopter": adopter, "site": site},
                    _("Please open this page, look, and say yes, or what is wrong:"),
                    link,
                    _("Or reply to us by phone. That is just as good."),
                ]
            ),
        )


def answered_letter(*, language: str, organization: str, said: AnswerSaid, link: str) -> Letter:
    """To those who proposed: what a party answered, in one line."""
    with translation.override(language):
        return Letter(
            _("An answer from %(organization)s") % {"organization": organization},
            LINES.join([f"{organization}: {ANSWER_WORDS[said]}", _("You find it here:"), link]),
        )


def phoned_letter(*, language: str, site: str, code_word: str, said: AnswerSaid, link: str) -> Letter:
    """To the party whose answer was noted on the phone: look whether that is what was said."""
    with translation.override(language):
        return Letter(
            _("What you told us on the phone"),
            LINES.join(
                [
                    *([code_word_line(code_word)] if code_word else []),
                    _("On the phone, your organisation told %(site)s: %(said)s")
                    % {"site": site, "said": ANSWER_WORDS[said]},
                    _("Is that right? Please open this page, look, and press one button:"),
                    link,
                    _("Is this wrong? Please phone us."),
                ]
            ),
        )
