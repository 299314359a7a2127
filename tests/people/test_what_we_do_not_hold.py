"""Promise 7: no field for status, nationality, visa, route or arrival; free text says so."""

import inspect
import re

import pytest
from django.apps import apps
from django.utils.translation import override

from kith.people.terms import FREE_TEXT_WARNING
from kith.web.forms import KithForm
from kith.web.people import forms

NEVER = re.compile(
    r"immigra|migrant|nationalit|citizen|visa|passport|papers|asylum|refugee|arriv|route|origin|birth"
    r"|legal.?status|residen|country",
    re.IGNORECASE,
)
FREE_TEXT = {"times", "access_needs", "say"}


def people_forms():
    found = [form for _, form in inspect.getmembers(forms, inspect.isclass) if issubclass(form, KithForm)]
    return [form for form in found if form is not KithForm]


def test_no_field_of_a_person_their_messages_or_their_rule_could_hold_it():
    names = [
        f"{model.__name__}.{field.name}"
        for room in ("people", "post")
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.get_fields()
    ]

    assert len(names) > 50
    assert not [name for name in names if NEVER.search(name)]


@pytest.mark.parametrize("form", people_forms())
def test_no_label_and_no_hint_asks_for_it(form):
    with override("en"):
        said = [
            str(text).replace(str(FREE_TEXT_WARNING), "")
            for field in form.base_fields.values()
            for text in (field.label or "", field.help_text or "")
        ]

    assert not [text for text in said if NEVER.search(text)]


def test_every_free_text_box_carries_the_warning():
    fields = {**forms.PersonForm.base_fields, **forms.HowToReachForm.base_fields}
    hints = {name: str(field.help_text) for name, field in fields.items()}

    with override("en"):
        assert str(FREE_TEXT_WARNING) == "Please do not write about papers, visas or how someone came here."
    assert all(str(FREE_TEXT_WARNING) in hints[name] for name in FREE_TEXT)


def test_planted_fields_are_seen():
    assert all(map(NEVER.search, ["nationality", "visa_until", "arrived_on", "immigration_status"]))
