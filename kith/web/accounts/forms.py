"""The shapes of the account area's own forms."""

from collections.abc import Sequence

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from kith.accounts.terms import ROLE_WORDS
from kith.core.viewer import Role
from kith.web.accounts.sign_in_forms import password_hint
from kith.web.forms import KithForm

ROLE_CHOICES = [(role.value, words) for role, words in ROLE_WORDS.items()]
NAME_LENGTH = 120


class NameForm(KithForm):
    """One's own name."""

    display_name = forms.CharField(
        label=_("Your name"),
        help_text=_("Your colleagues see it."),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class ChooseForm(KithForm):
    """One of several organisations."""

    organization_id = forms.UUIDField(widget=forms.HiddenInput)


class InviteForm(KithForm):
    """A colleague's address and role."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The link works for whoever reads mail there, once, for 7 days."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=ROLE_CHOICES, widget=forms.RadioSelect)

    def offer(self, roles: Sequence[Role]) -> None:
        """Leave these roles to choose from; one alone is chosen already."""
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(role.value, ROLE_WORDS[role]) for role in roles]
        if len(roles) == 1:
            field.initial = roles[0].value

    def chosen_role(self) -> Role:
        """The role that was picked."""
        return Role(self.cleaned_data["role"])


class RoleForm(KithForm):
    """Another role."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLE_CHOICES, widget=forms.RadioSelect)

    def chosen_role(self) -> Role:
        """The role that was picked."""
        return Role(self.cleaned_data["role"])


class NewcomerForm(KithForm):
    """Name and password of somebody new."""

    display_name = forms.CharField(
        label=_("Your name"), max_length=NAME_LENGTH, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("New password"),
        help_text=lazy(password_hint, str)(),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class AbsenceForm(KithForm):
    """Who is away, on which days, and who covers."""

    user_id = forms.ChoiceField(label=_("Who is away?"))
    first_on = forms.DateField(label=_("First day away"), widget=forms.DateInput({"type": "date"}))
    last_on = forms.DateField(label=_("Last day away"), widget=forms.DateInput({"type": "date"}))
    cover_id = forms.ChoiceField(
        label=_("Who is there for them?"), help_text=_("One colleague gets their whole list for that time.")
    )

    def offer(self, *, who: list[tuple[str, str]], cover: list[tuple[str, str]]) -> None:
        """Offer these colleagues: id and name."""
        self.fields["user_id"] = forms.ChoiceField(label=_("Who is away?"), choices=who)
        self.fields["cover_id"] = forms.ChoiceField(
            label=_("Who is there for them?"),
            help_text=_("One colleague gets their whole list for that time."),
            choices=cover,
        )
