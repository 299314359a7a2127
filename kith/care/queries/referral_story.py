"""What has been said about a referral, in order."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kith.care.models import Answer, PersonsWord, ServiceReport
from kith.care.policies.answer import answers, persons_words, service_reports
from kith.care.terms import (
    HAPPENED_WORDS,
    HELPED_WORDS,
    NOT_NOW_WORDS,
    VIA_WORDS,
    AnswerKind,
    Helped,
    NotNowReason,
    ToldVia,
    WhatHappened,
)
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that was said: what, how we know, when. `happened_on` only where they met."""

    at: datetime
    what: str
    how: str
    told_by: str
    words: str
    happened_on: date | None
    is_persons_word: bool


def referral_story(viewer: Viewer, *, referral_id: UUID) -> list[StoryLine]:
    """Answers, reports and the person's own words, oldest first. Three statements."""
    lines = [_answer(row) for row in answers(viewer, [referral_id])]
    lines += [_report(row) for row in service_reports(viewer, [referral_id])]
    lines += [_word(row) for row in persons_words(viewer, [referral_id])]
    return sorted(lines, key=lambda line: line.at)


def _answer(row: Answer) -> StoryLine:
    kind = AnswerKind(row.kind)
    what = {
        AnswerKind.YES: _("They said yes"),
        AnswerKind.PHONE_ME: _("They asked to be phoned"),
        AnswerKind.NOT_NOW: str(NOT_NOW_WORDS[NotNowReason(row.reason)]) if row.reason else "",
    }[kind]
    return StoryLine(row.told_at, what, _how(row.via), row.told_by, "", None, False)


def _report(row: ServiceReport) -> StoryLine:
    happened = WhatHappened(row.happened)
    met_on = row.happened_on if happened is WhatHappened.MET else None
    return StoryLine(
        row.told_at, str(HAPPENED_WORDS[happened]), _how(row.via), row.told_by, "", met_on, False
    )


def _word(row: PersonsWord) -> StoryLine:
    return StoryLine(
        row.said_at, str(HELPED_WORDS[Helped(row.helped)]), _how(row.via), "", row.words, None, True
    )


def _how(via: str) -> str:
    return str(VIA_WORDS[ToldVia(via)])
