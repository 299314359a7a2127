"""How every form is drawn and sent: one field template, entries kept, one effect."""

import json
from collections.abc import Callable
from uuid import UUID, uuid5

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kith.core.actions.once import once
from kith.core.ids import uuid7
from kith.web.request import KithRequest

Attributes = dict[str, str | bool]
NOT_SAID = {"key", "csrfmiddlewaretoken"}


class KithBoundField(forms.BoundField):
    """What is typed runs in the direction of its own words, whatever the page's is."""

    def build_widget_attrs(self, attrs: Attributes, widget: forms.Widget | None = None) -> Attributes:
        """With `dir=auto` on a field of free words."""
        widget = widget or self.field.widget
        sort = widget.attrs.get("type", getattr(widget, "input_type", ""))
        if (sort == "text" or isinstance(widget, forms.Textarea)) and "dir" not in widget.attrs:
            attrs["dir"] = "auto"
        return super().build_widget_attrs(attrs, widget)


class KithRenderer(DjangoTemplates):
    """Draws a form with `parts/form.html` and each field with `parts/field.html`."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"
    bound_field_class = KithBoundField


class KeyField(forms.Field):
    """The form's idempotency key. A form sent without a usable key counts as one of its own."""

    widget = forms.HiddenInput

    def to_python(self, value: object) -> UUID:
        """The key that was sent, or a fresh one."""
        try:
            return UUID(str(value))
        except ValueError:
            return uuid7()


class KithForm(forms.Form):
    """A form with a hidden key: sent twice it has one effect. Without fields it is a button.

    Required is the rule; `parts/field.html` writes "optional" beside the others.
    """

    default_renderer = KithRenderer()
    use_required_attribute = False
    required_css_class = "is-required"
    error_css_class = "has-error"

    key = KeyField(initial=uuid7, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")


def sent(request: KithRequest) -> QueryDict | None:
    """What the form carries, or None where the page is only being looked at."""
    return request.POST if request.method == "POST" else None


def sent_files(request: KithRequest) -> MultiValueDict[str, UploadedFile] | None:
    """The files a form carries, or None where the page is only being looked at."""
    return request.FILES if request.method == "POST" else None


def run_once(request: KithRequest, form: KithForm, work: Callable[[], UUID]) -> UUID:
    """Do `work` the first time this valid form is sent; a double click gets the first outcome's id."""
    return once(request.viewer, key=key_of_wish(request, form), work=work)


def key_of_wish(request: KithRequest, form: KithForm) -> UUID:
    """The form's key, tied to where it was sent and what it says.

    The same form sent to another address, or with other words or another button, is another wish and no
    double click.
    """
    said = [(name, values) for name, values in sorted(request.POST.lists()) if name not in NOT_SAID]
    files = [(name, [(one.name, one.size) for one in ones]) for name, ones in sorted(request.FILES.lists())]
    return uuid5(form.cleaned_data["key"], json.dumps([request.path, said, files]))
