"""What the forms of all clauses share: who owes it to whom, for which service, within what tolerance."""

from collections.abc import Mapping, Sequence
from typing import ClassVar
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import MOST_TOLERANCE, OF_ALL, StatedClause, Tolerance, read_body
from kith.partnerships.errors import BadClause
from kith.partnerships.queries.draft_page import DraftPage
from kith.web.forms import KithForm
from kith.web.partnerships.clause_fields import Choices, number, one_of

NOBODY: list[tuple[str, str | Promise]] = [("", "—")]
LONGEST_NOTE = 2000


class ClauseForm(KithForm):
    """One clause. A subclass has the fields of its kind, named as its terms."""

    kind: ClassVar[ClauseKind]
    body_fields: ClassVar[tuple[str, ...]] = ()
    to_whom: ClassVar[bool] = True
    to_needed: ClassVar[bool] = False
    for_service: ClassVar[bool] = False
    tolerance_unit: ClassVar[str | Promise] = ""

    def __init__(
        self,
        sent: "MultiValueDict[str, str] | None",
        *,
        draft: DraftPage,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(sent, initial=dict(initial or {}))
        self.parties: Choices = [(str(key), name) for key, name in draft.names.items()]
        self._add_who()
        self.add_choices()
        if self.for_service:
            self.fields["service"] = one_of(
                _("For which service"), [("", _("All services")), *_services(draft)], required=False
            )
        self._add_rest()
        self.order_fields(["organization", "to_organization", "service"])

    def add_choices(self) -> None:
        """Fields whose choices are the parties; none unless a subclass has some."""

    def _add_who(self) -> None:
        if self.kind not in OF_ALL:
            self.fields["organization"] = one_of(_("Who"), [*NOBODY, *self.parties])
        if self.kind not in OF_ALL and self.to_whom:
            others = NOBODY if self.to_needed else [("", _("Every other party"))]
            self.fields["to_organization"] = one_of(
                _("To whom"), [*others, *self.parties], required=self.to_needed
            )

    def _add_rest(self) -> None:
        if self.tolerance_unit:
            self.fields["tolerance_by"] = number(
                str(self.tolerance_unit), most=MOST_TOLERANCE, required=False
            )
            self.fields["tolerance_days"] = number(
                _("for at most so many days"), most=MOST_TOLERANCE, required=False
            )
            self.fields["tolerance_by"].help_text = _(
                "A change within this is agreed at once, and all are told. Leave both empty for none."
            )
        self.fields["note"] = forms.CharField(
            label=_("In your own words"),
            help_text=_("It stands in the text for people to read. No names of people we help, please."),
            required=False,
            max_length=LONGEST_NOTE,
            widget=forms.Textarea({"rows": 3}),
        )

    def clean(self) -> dict[str, object]:
        """A tolerance has both numbers or none."""
        both = [self.cleaned_data.get(name) for name in ("tolerance_by", "tolerance_days")]
        if self.tolerance_unit and (both[0] is None) != (both[1] is None):
            self.add_error("tolerance_days", _("Give both numbers, or none."))
        return self.cleaned_data

    def terms(self) -> dict[str, object]:
        """The terms of the clause's kind, as they are stored."""
        return {name: self.cleaned_data[name] for name in self.body_fields}

    def clause(self, key: UUID) -> StatedClause:
        """What was written, under this key. Raises BadClause, naming the field."""
        found = self.cleaned_data
        days, by = found.get("tolerance_days"), found.get("tolerance_by")
        return StatedClause(
            key=key,
            body=read_body(self.kind, self.terms()),
            organization_id=_id(found.get("organization")),
            to_organization_id=_id(found.get("to_organization")),
            service_id=_id(found.get("service")),
            tolerance=Tolerance(days, by) if days and by is not None else None,
            note=found["note"].strip(),
        )

    def placed(self, mistake: BadClause) -> BadClause:
        """The same mistake at the field that shows it: the first of several, or the amount."""
        places = [mistake.field, f"{mistake.field}_1", mistake.field.removesuffix("_minor")]
        mistake.field = next((place for place in places if place in self.fields), "")
        return mistake

    @classmethod
    def initial_of(cls, clause: StatedClause) -> dict[str, object]:
        """What the clause says now."""
        kept = dict(clause.terms)
        tolerance = clause.tolerance
        return kept | {
            "organization": str(clause.organization_id or ""),
            "to_organization": str(clause.to_organization_id or ""),
            "service": str(clause.service_id or ""),
            "tolerance_days": tolerance.days if tolerance else None,
            "tolerance_by": tolerance.by if tolerance else None,
            "note": clause.note,
        }


def _services(draft: DraftPage) -> Choices:
    """Each party's services under its name."""
    several = [(draft.names[key], offered) for key, offered in draft.services.items()]
    return [(str(service), f"{name}: {who}") for who, offered in several for service, name in offered.items()]


def _id(found: object) -> UUID | None:
    return UUID(str(found)) if found else None


def add_order(form: ClauseForm, name: str, labels: Sequence[object]) -> None:
    """One field for each place in the order."""
    for at, label in enumerate(labels, start=1):
        form.fields[f"{name}_{at}"] = one_of(str(label), [*NOBODY, *form.parties], required=False)


def in_order(form: ClauseForm, name: str) -> list[str]:
    """Those chosen, in that order."""
    chosen = [form.cleaned_data[field] for field in form.fields if field.startswith(f"{name}_")]
    return [one for one in chosen if one]


def spread(kept: dict[str, object], name: str) -> dict[str, object]:
    """A list as one value for each place."""
    found = kept.get(name)
    several = found if isinstance(found, list) else []
    return kept | {f"{name}_{at}": one for at, one in enumerate(several, start=1)}
