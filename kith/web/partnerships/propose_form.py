"""The short form of a new agreement: what sort of paper it is, and for which partnership."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.partnerships.queries.partnerships_list import PartnershipLine
from kith.partnerships.terms import KIND_WORDS
from kith.web.partnerships.wording_forms import WordingForm


class ProposeForm(WordingForm):
    """The same, with what sort of paper it is and which partnership it is for."""

    kind = forms.ChoiceField(
        label=_("What sort of paper"), choices=[(kind.value, words) for kind, words in KIND_WORDS.items()]
    )
    partnership = forms.ChoiceField(label=_("For this partnership"), required=False)
    field_order = ("kind", "partnership", "title", "purpose", "scope")

    def add_partnerships(self, lines: Sequence[PartnershipLine]) -> None:
        """Let choose among these; without any there is no such field."""
        if not lines:
            del self.fields["partnership"]
            return
        several = [(str(line.id), line.name) for line in lines]
        self.fields["partnership"].choices = [("", _("None")), *several]  # type: ignore[attr-defined]

    def partnership_id(self) -> UUID | None:
        """The partnership that was chosen."""
        chosen = self.cleaned_data.get("partnership")
        return UUID(chosen) if chosen else None
