"""What the tests of a match said, in words for the worker. Language and places are told by the card."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from kith.directory.needing import MatchedService, Reason, Test, Verdict

VERDICT_WORDS: dict[Verdict, StrOrPromise] = {
    Verdict.PROBABLY: gettext_lazy("Probably yes, from what is known"),
    Verdict.MAYBE: gettext_lazy("Maybe: ask first"),
    Verdict.NO: gettext_lazy("Probably not now"),
}
Names = Mapping[str, str]
Say = Callable[[str], str]

SPEAKS_FOR: dict[Test, Say] = {
    Test.TIMES: lambda _what: _("Open at the times that suit"),
    Test.COST: lambda what: what,
    Test.TOO_YOUNG: lambda _what: _("Takes people of this age"),
    Test.TOO_OLD: lambda _what: _("Takes people of this age"),
    Test.ACCESS: lambda what: _("Has: %(what)s") % {"what": what},
    Test.WISH: lambda what: _("As wished: %(what)s") % {"what": what},
}
NOT_KNOWN: dict[Test, Say] = {
    Test.NEED: lambda _what: _("Helps with something close to this: ask first"),
    Test.TIMES: lambda _what: _("Opening times not known: ask"),
    Test.COST: lambda _what: _("Cost not known: ask"),
    Test.TOO_YOUNG: lambda _what: _("Not for every age: ask"),
    Test.TOO_OLD: lambda _what: _("Not for every age: ask"),
    Test.GENDER: lambda _what: _("For women only, or for men only: ask"),
    Test.ACCESS: lambda what: _("Ask about: %(what)s") % {"what": what},
    Test.WISH: lambda what: _("Not known: %(what)s") % {"what": what},
}
SPEAKS_AGAINST: dict[Test, Say] = {
    Test.NEED: lambda _what: _("Helps with something else, as listed"),
    Test.PLACE: lambda _what: _("Not near, and not for this area"),
    Test.TIMES: lambda _what: _("Closed at the times that suit"),
    Test.COST: lambda _what: _("Paid in another way"),
    Test.TOO_YOUNG: lambda _what: _("For older people only"),
    Test.TOO_OLD: lambda _what: _("For younger people only"),
    Test.GENDER: lambda _what: _("For other people only"),
    Test.ACCESS: lambda what: _("Does not have: %(what)s") % {"what": what},
    Test.PAUSED: lambda _what: _("Takes nobody new for now"),
    Test.WISH: lambda what: _("Not as wished: %(what)s") % {"what": what},
    Test.AVOID: lambda what: _("To be avoided: %(what)s") % {"what": what},
}


def said_for(match: MatchedService, names: Names, place: str) -> tuple[str, ...]:
    """What speaks for it, each once."""
    near: tuple[str, ...] = ()
    if match.km is not None and place:
        near = (_("%(km)s km from the middle of %(place)s") % {"km": round(match.km, 1), "place": place},)
    return tuple(dict.fromkeys((*near, *_said(match, names, {True: SPEAKS_FOR}))))


def said_against(match: MatchedService, names: Names) -> tuple[str, ...]:
    """What speaks against it, then what is not known, each once."""
    against = _said(match, names, {False: SPEAKS_AGAINST})
    return tuple(dict.fromkeys((*against, *_said(match, names, {None: NOT_KNOWN}))))


def _said(match: MatchedService, names: Names, ways: Mapping[bool | None, Mapping[Test, Say]]) -> list[str]:
    return [
        say(_what(reason, names))
        for reason in match.reasons
        if reason.speaks in ways and (say := ways[reason.speaks].get(reason.test)) is not None
    ]


def _what(reason: Reason, names: Names) -> str:
    return ", ".join(names.get(code, code) for code in reason.codes)
