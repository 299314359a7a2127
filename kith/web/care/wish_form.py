"""What would suit the person, ticked by the worker: asked once, kept nowhere."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.care.wished import NOTHING_WISHED, TIME_WORDS, FreeTime, Wished
from kith.directory.views_of import FactGroup
from kith.web.forms import KithForm

MUST = (
    "culture-steps",
    "culture-deaf",
    "culture-interpreter",
    "culture-children",
    "papers-none",
    "papers-insurance",
    "papers-address",
    "cost-free",
)
WISHES = (
    "culture-women",
    "culture-men",
    "culture-lgbt",
    "culture-language",
    "culture-background",
    "culture-newcomers",
    "culture-halal",
    "culture-neurodivergent",
    "faith-secular",
    "faith-practice",
    "safety-anonymous",
    "safety-quiet",
    "safety-no-police",
    "setting-phone",
    "setting-home",
    "modality-peer",
)
AVOID = (
    "faith-open",
    "faith-practice",
    "culture-background",
    "culture-women",
    "culture-men",
    "modality-group",
)
OLDEST = 120


class WishForm(KithForm):
    """All of it optional. Facts are about a service, never about the person."""

    words = forms.CharField(label=_("Look for"), max_length=100, required=False)
    name = forms.CharField(label=_("Name of the service"), max_length=100, required=False)
    age = forms.IntegerField(label=_("Age"), min_value=0, max_value=OLDEST, required=False)
    times = forms.MultipleChoiceField(
        label=_("When could they come?"),
        choices=[(time.value, words) for time, words in TIME_WORDS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    must = forms.MultipleChoiceField(
        label=_("It must have"), required=False, widget=forms.CheckboxSelectMultiple()
    )
    wishes = forms.MultipleChoiceField(
        label=_("It would be good"), required=False, widget=forms.CheckboxSelectMultiple()
    )
    avoid = forms.MultipleChoiceField(
        label=_("It must not be"),
        help_text=_("A group or a place that the person does not want to meet."),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, *args: object, facts: Sequence[FactGroup], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        names = {fact.code: fact.name for group in facts for fact in group.facts}
        for name, codes in (("must", MUST), ("wishes", WISHES), ("avoid", AVOID)):
            field = self.fields[name]
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = [(code, names[code]) for code in codes if code in names]

    @property
    def wished(self) -> Wished:
        """What was ticked; nothing where something in the form is not right."""
        if not self.is_bound or not self.is_valid():
            return NOTHING_WISHED
        said = self.cleaned_data
        return Wished(
            age=said["age"],
            times=tuple(map(FreeTime, said["times"])),
            must=tuple(said["must"]),
            wishes=tuple(said["wishes"]),
            avoid=tuple(said["avoid"]),
        )
