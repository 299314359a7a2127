"""Sentences of the care room: what is next, said in one line."""

from datetime import datetime

from django.utils.translation import gettext as _

from kith.care.terms import NextStep

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def next_sentence(step: NextStep, *, person: str, organization: str) -> str:
    """One sentence that says where a referral stands and what comes next."""
    sentences = {
        NextStep.READ_AND_ASK: _("%(person)s and you can ask %(organization)s."),
        NextStep.CONTACT_PERSON: _("%(person)s asked to be contacted about %(organization)s."),
        NextStep.WAIT_FOR_ANSWER: _("%(organization)s has been asked for %(person)s. No name given."),
        NextStep.PHONE_THEM: _("%(organization)s is best phoned about the request for %(person)s."),
        NextStep.CHOOSE: _("%(organization)s said yes. %(person)s chooses now."),
        NextStep.PREPARE_CONTACT: _(
            "%(person)s chose %(organization)s. Phone there first: whom may we tell, and have they a code?"
        ),
        NextStep.WAIT_TO_MEET: _("%(organization)s and %(person)s will meet."),
        NextStep.ASK_PERSON: _("%(organization)s says that they met. Check it with %(person)s."),
        NextStep.FINISH: _("%(organization)s and %(person)s met, and we know how it was. You can finish."),
        NextStep.FIND_ANOTHER: _("%(organization)s could not take %(person)s. Look for another place."),
        NextStep.NOTHING: _("%(organization)s and %(person)s: finished."),
    }
    return one_stop(sentences[step] % {"person": isolated(person), "organization": isolated(organization)})


def step_words(step: NextStep) -> str:
    """The words on the button of a step."""
    words = {
        NextStep.READ_AND_ASK: _("Read and ask"),
        NextStep.CONTACT_PERSON: _("Contact them"),
        NextStep.WAIT_FOR_ANSWER: _("See the request"),
        NextStep.PHONE_THEM: _("Phone them"),
        NextStep.CHOOSE: _("Choose together"),
        NextStep.PREPARE_CONTACT: _("Phone them"),
        NextStep.WAIT_TO_MEET: _("See the request"),
        NextStep.ASK_PERSON: _("Ask the person"),
        NextStep.FINISH: _("Finish"),
        NextStep.FIND_ANOTHER: _("Find another"),
        NextStep.NOTHING: _("See the request"),
    }
    return words[step]


def person_sentence(step: NextStep, *, organization: str) -> str:
    """The same for the person's own page: no codes, no blame."""
    sentences = {
        NextStep.READ_AND_ASK: _("You and your worker can ask %(organization)s."),
        NextStep.CONTACT_PERSON: _("We will contact you the way you said."),
        NextStep.WAIT_FOR_ANSWER: _("%(organization)s was asked. They do not know your name."),
        NextStep.PHONE_THEM: _("We are phoning %(organization)s. They do not know your name."),
        NextStep.CHOOSE: _("%(organization)s said yes. You choose if they get your name."),
        NextStep.PREPARE_CONTACT: _(
            "You chose %(organization)s. Your worker asks there first who may be told. Until then they do "
            "not know your name."
        ),
        NextStep.WAIT_TO_MEET: _("You chose %(organization)s. They will contact you."),
        NextStep.ASK_PERSON: _("Did %(organization)s help? You can tell us below."),
        NextStep.FINISH: _("You told us how it was with %(organization)s. Thank you."),
        NextStep.FIND_ANOTHER: _("%(organization)s has no room now. We look for another place with you."),
        NextStep.NOTHING: _("%(organization)s: finished."),
    }
    return one_stop(sentences[step] % {"organization": isolated(organization)})


def is_past(due_at: datetime | None, now: datetime) -> bool:
    """True once a promised time is over."""
    return due_at is not None and due_at < now


def isolated(name: str) -> str:
    """The name between marks that keep its own direction, so that stops stay in place beside it."""
    return f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"


def one_stop(sentence: str) -> str:
    """The sentence with one full stop where a short name (`Amina H.`) has brought its own."""
    return sentence.replace(f".{POP_ISOLATE}.", f".{POP_ISOLATE}")
