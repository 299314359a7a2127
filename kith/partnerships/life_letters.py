"""The words of mails about an agreement as it lives: who did what, and where to look after signing in."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.partnerships.events import AgreementInForce
from kith.partnerships.letters import LINES, Letter
from kith.partnerships.life_events import (
    AgreementResumed,
    AgreementSuspended,
    PartyLeaves,
    VariationAgreed,
    VariationAsked,
    VariationNotAgreed,
    VariationTakenBack,
)

SAID: Mapping[str, str | Promise] = {
    AgreementInForce.kind: gettext_lazy(
        "Everybody has signed an agreement that you are part of. The page says from which day it binds."
    ),
    AgreementSuspended.kind: gettext_lazy("%(name)s lets an agreement with you rest."),
    AgreementResumed.kind: gettext_lazy("%(name)s has put an agreement with you in force again."),
    PartyLeaves.kind: gettext_lazy("%(name)s leaves an agreement with you. The page says its last day."),
    VariationAsked.kind: gettext_lazy("%(name)s asks to change for a while what it promised. Please look."),
    VariationAgreed.kind: gettext_lazy("What %(name)s promised is changed for a while, as agreed."),
    VariationNotAgreed.kind: gettext_lazy("What %(name)s asked to change for a while stays as it is."),
    VariationTakenBack.kind: gettext_lazy("%(name)s needs a change for a while no more."),
}


def life_letter(*, language: str, site: str, name: str, kind: str, link: str) -> Letter:
    """What happened, by whom, and the page of it."""
    with translation.override(language):
        return Letter(
            _("An agreement on %(site)s") % {"site": site},
            LINES.join([str(SAID[kind]) % {"name": name}, _("Sign in to read more:"), link]),
        )
