"""What partners owe each other and what became of it, in words for a template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.core.viewer import Viewer
from kith.directory.expected_wait import ENOUGH_ANSWERS
from kith.directory.queries.listing_quality import ListingQuality, listing_quality
from kith.directory.searching.quality import ListingQuestion
from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.kept_counts import KeptLine
from kith.partnerships.queries.between_us import AgreedLine, OwedLine, VariedLine, between_us
from kith.partnerships.queries.own_effect import OwnEffect, own_effect
from kith.partnerships.queries.partner_page import PartnerPage
from kith.partnerships.queries.promise_report import promise_report
from kith.web.partnerships.question_words import QUESTION_WORDS

A_YEAR = timedelta(days=365)
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class OwedRow:
    """One clause: what it is about, and its sentences without who owes it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VariedRow:
    """One clause that is, or is asked to be, another for a while."""

    title: str
    line: VariedLine


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """One agreement between the two, and how long it goes on."""

    line: AgreedLine
    left: str
    is_ending: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What became of one kind of promise."""

    title: str
    line: KeptLine
    usual: str


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One service of one's own: what is expected of it, and what its listing still leaves open."""

    effect: OwnEffect
    quality: ListingQuality
    missing: tuple[str, ...]
    all_questions: int

    @property
    def is_drawn(self) -> bool:
        """True where few answers are drawn towards what is usual, and the usual may be told."""
        return self.effect.answers < ENOUGH_ANSWERS and self.effect.usual_days is not None


def kept_between(viewer: Viewer, page: PartnerPage) -> dict[str, object]:
    """For a partner's page: what each owes, what is changed, until when, and what became of it this year."""
    us = viewer.organization_id
    if page.is_own or us is None:
        return {}
    found = between_us(viewer, organization_id=page.organization_id)
    report = promise_report(
        viewer,
        organization_id=page.organization_id,
        other_id=us,
        since=page.today - A_YEAR,
        until=page.today,
    )
    return {
        "owed": [
            (_("What they owe us"), _owed(found.they_owe)),
            (_("What we owe them"), _owed(found.we_owe)),
            (_("What we all owe"), _owed(found.all_owe)),
        ],
        "varied": [VariedRow(str(CLAUSE_WORDS[line.kind]), line) for line in found.varied],
        "agreed": [_agreed(line) for line in found.agreements],
        "report": report,
        "report_sides": [
            (_("What they promised us"), _report(report.by_first)),
            (_("What we promised them"), _report(report.by_other)),
        ],
    }


def own_effects(viewer: Viewer, page: PartnerPage) -> list[EffectRow]:
    """For one's own page: what each service's answers and listing bring about."""
    if not page.is_own:
        return []
    quality = listing_quality(viewer, organization_id=page.organization_id)
    return [
        EffectRow(
            effect=effect,
            quality=quality[effect.service_id],
            missing=tuple(str(QUESTION_WORDS[one]) for one in quality[effect.service_id].missing),
            all_questions=len(ListingQuestion),
        )
        for effect in own_effect(viewer, organization_id=page.organization_id)
    ]


def days_left_words(days_left: int | None) -> str:
    """How long an agreement goes on; empty where it has no last day."""
    if days_left is None:
        return ""
    if days_left < 0:
        return _("ran out")
    if days_left == 0:
        return _("ends today")
    return ngettext("ends in %(days)s day", "ends in %(days)s days", days_left) % {"days": days_left}


def _owed(lines: Sequence[OwedLine]) -> list[OwedRow]:
    return [OwedRow(str(CLAUSE_WORDS[line.kind]), line.lines[1:]) for line in lines]


def _agreed(line: AgreedLine) -> AgreedRow:
    soon = line.days_left is not None and line.days_left <= SOON_DAYS
    return AgreedRow(line, days_left_words(line.days_left), is_ending=soon)


def _report(lines: Sequence[KeptLine]) -> list[ReportRow]:
    return [ReportRow(str(CLAUSE_WORDS[line.kind]), line, _usual(line)) for line in lines]


def _usual(line: KeptLine) -> str:
    if line.usual_days is None:
        return "–"
    words = ngettext(
        "%(days)g of their own days, from %(n)d answer",
        "%(days)g of their own days, from %(n)d answers",
        line.counted,
    )
    return words % {"days": line.usual_days, "n": line.counted}
