"""The shapes of forms about meetings, goals and what is held together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from kith.partnerships.clauses.meeting import MOST_MINUTES
from kith.partnerships.goal_words import JOINT_WORDS
from kith.partnerships.meeting_check import (
    LEAST_MINUTES,
    LONGEST_ACTION,
    LONGEST_PLACE,
    MeetingPlan,
    Outcome,
    ToDo,
)
from kith.partnerships.table_check import LONGEST_NAME, LONGEST_WORDS
from kith.partnerships.table_errors import BadActionItem
from kith.partnerships.table_terms import JointKind
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input

NO_NAMES = _("No names of people we help, please.")
ROWS = 5
Named = Sequence[tuple[UUID, str]]


class MeetingForm(KithForm):
    """When, where and about what partners meet, in the table's own time zone."""

    starts_at = forms.DateField(label=_("Day"), widget=date_input())
    time = forms.TimeField(label=_("Time"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(
        label=_("How many minutes"), min_value=LEAST_MINUTES, max_value=MOST_MINUTES, initial=60
    )
    place = forms.CharField(label=_("Where"), max_length=LONGEST_PLACE, required=False)
    agenda = forms.CharField(
        label=_("What we talk about"),
        help_text=_("One point a line. No names of people we help, please."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 5}),
    )

    def plan(self, timezone: str) -> MeetingPlan:
        """What was said, the hour read as one of `timezone`."""
        said = self.cleaned_data
        local = datetime.combine(said["starts_at"], said["time"], ZoneInfo(timezone))
        agenda = tuple(said["agenda"].splitlines())
        return MeetingPlan(local.astimezone(UTC), said["minutes"], said["place"], agenda)


def initial_plan(plan: MeetingPlan, timezone: str) -> dict[str, object]:
    """A plan as the form shows it."""
    local = plan.starts_at.astimezone(ZoneInfo(timezone))
    return {
        "starts_at": local.date(),
        "time": local.time(),
        "minutes": plan.minutes,
        "place": plan.place,
        "agenda": "\n".join(plan.agenda),
    }


@dataclass(frozen=True, slots=True)
class ToDoRow:
    """One thing to do: what, who, by when."""

    number: int
    words: BoundField
    who: BoundField
    by: BoundField


class HeldForm(KithForm):
    """What came of a meeting. `seated` sit at the table; `goals` are open."""

    decisions = forms.CharField(
        label=_("What we decided"),
        help_text=_("One decision a line. No names of people we help, please."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, sent: "MultiValueDict[str, str] | None", *, seated: Named, goals: Named) -> None:
        super().__init__(sent)
        self.fields["came"] = ticks(_("Who came"), seated)
        if goals:
            self.fields["goals"] = ticks(_("Goals we looked at"), goals, required=False)
        who = [("", "–"), *((str(key), name) for key, name in seated)]
        for row in range(ROWS):
            self.fields[f"do_{row}"] = forms.CharField(
                label=_("To do"), max_length=LONGEST_ACTION, required=False
            )
            self.fields[f"who_{row}"] = forms.ChoiceField(label=_("Who"), choices=who, required=False)
            self.fields[f"by_{row}"] = forms.DateField(label=_("By"), required=False, widget=date_input())
        self.order_fields(["came", "decisions", "goals"])

    def plain_fields(self) -> list[BoundField]:
        """What is not one thing to do."""
        return [field for field in self if not field.name.startswith(("do_", "who_", "by_"))]

    def to_do_rows(self) -> list[ToDoRow]:
        """Room for things to do."""
        return [
            ToDoRow(row + 1, self[f"do_{row}"], self[f"who_{row}"], self[f"by_{row}"]) for row in range(ROWS)
        ]

    def outcome(self) -> Outcome:
        """What was said. Raises BadActionItem, naming the field that is empty in a row begun."""
        said = self.cleaned_data
        return Outcome(
            came=frozenset(UUID(one) for one in said["came"]),
            decisions=tuple(said["decisions"].splitlines()),
            to_do=tuple(self._to_do(row) for row in range(ROWS) if self._is_begun(row)),
            goal_ids=frozenset(UUID(one) for one in said.get("goals", [])),
        )

    def _is_begun(self, row: int) -> bool:
        return any(self.cleaned_data[f"{part}_{row}"] for part in ("do", "who", "by"))

    def _to_do(self, row: int) -> ToDo:
        said = self.cleaned_data
        for part in ("do", "who", "by"):
            if not said[f"{part}_{row}"]:
                raise BadActionItem(field=f"{part}_{row}")
        due_on: date = said[f"by_{row}"]
        return ToDo(said[f"do_{row}"], UUID(said[f"who_{row}"]), due_on)


class JointForm(KithForm):
    """A training or review that was held."""

    kind = forms.ChoiceField(label=_("What was held"), choices=list(JOINT_WORDS.items()))
    held_on = forms.DateField(label=_("Held on"), widget=date_input())
    title = forms.CharField(label=_("What it was about"), max_length=LONGEST_NAME, help_text=NO_NAMES)
    learned = forms.CharField(
        label=_("What we learned"),
        help_text=NO_NAMES,
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(
        self, sent: "MultiValueDict[str, str] | None", *, seated: Named, initial: dict[str, object]
    ) -> None:
        super().__init__(sent, initial=initial)
        self.fields["came"] = ticks(_("Who came"), seated)

    def kind_said(self) -> JointKind:
        """What was held."""
        return JointKind(self.cleaned_data["kind"])

    def who_came(self) -> list[UUID]:
        """Who took part."""
        return [UUID(one) for one in self.cleaned_data["came"]]


def ticks(label: str | LazyText, offered: Named, *, required: bool = True) -> forms.MultipleChoiceField:
    """Boxes to tick, one an id."""
    return forms.MultipleChoiceField(
        label=str(label),
        required=required,
        choices=[(str(key), name) for key, name in offered],
        widget=forms.CheckboxSelectMultiple,
    )
