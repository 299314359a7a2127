"""The forms of a page, filled in as a browser does it without scripts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit
from uuid import UUID, uuid5

NOT_SAID = {"key", "csrfmiddlewaretoken"}
Entries = Mapping[str, str | Sequence[str]]


@dataclass(slots=True)
class Form:
    """One form: what it would send now, what else it offers, and the buttons one may press.

    `kinds` names the kind of each control, as "date" or "radio"; `offers` what may be picked there.
    """

    action: str
    method: str = "post"
    id: str = ""
    entries: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    offers: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def holds(self, name: str, value: str) -> bool:
        """True if it has a field or button of this name, with this value if one is given."""
        named = [said for other, said in self.buttons if other == name] + self.entries.get(name, [])
        return value in named if value else name in self.entries or bool(named)

    def filled(self, entries: Entries) -> list[tuple[str, str]]:
        """Every name and value as they are sent, with `entries` in place of what was there."""
        told = {name: [said] if isinstance(said, str) else list(said) for name, said in entries.items()}
        return [(name, said) for name, several in {**self.entries, **told}.items() for said in several]

    def key(self, address: str, sent: Sequence[tuple[str, str]]) -> str:
        """The key under which it takes effect once: its own, tied to where it goes and what it says."""
        if "key" not in self.entries:
            return ""
        said = dict[str, list[str]]()
        for name, one in sent:
            if name not in NOT_SAID:
                said.setdefault(name, []).append(one)
        words = json.dumps([urlsplit(address).path, sorted(said.items()), []])
        return str(uuid5(UUID(self.entries["key"][0]), words))


def forms_of(html: str) -> list[Form]:
    page = _Page()
    page.feed(html)
    return page.forms


class _Page(HTMLParser):
    """Controls belong to the form round them, or to the one whose id they name."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open_form: Form | None = None
        self._form: Form | None = None
        self._select: tuple[str, bool] | None = None
        self._chosen: list[str] = []
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            form = Form(said.get("action", ""), said.get("method", "get").lower(), said.get("id", ""))
            self.forms.append(form)
            self._open_form = form
        elif tag != "option":
            named = (form for form in self.forms if form.id and form.id == said.get("form"))
            self._form = next(named, self._open_form)
        if self._form is not None:
            self._control(self._form, tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open_form = None
        if tag == "select" and self._select is not None and self._form is not None:
            name, is_several = self._select
            first = [] if is_several else self._form.offers[name][:1]
            self._form.entries[name] = self._chosen or first
            self._select, self._chosen = None, []
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None and self._form is not None:
            self._form.entries[self._area] = [self._form.entries[self._area][0] + data]

    def _control(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name = said.get("name", "")
        if tag == "button" and name:
            form.buttons.append((name, said.get("value", "")))
        if tag == "input" and name:
            self._input(form, name, said)
        if tag in {"select", "textarea"}:
            self._open(form, tag, name, said)
        if tag == "option" and self._select is not None:
            form.offers[self._select[0]].append(said.get("value", ""))
            self._chosen += [said.get("value", "")] if "selected" in said else []

    def _open(self, form: Form, tag: str, name: str, said: dict[str, str]) -> None:
        form.kinds[name] = tag
        form.offers[name] = []
        if tag == "select":
            self._select = (name, "multiple" in said)
            return
        self._area = name
        form.entries[name] = [""]

    def _input(self, form: Form, name: str, said: dict[str, str]) -> None:
        kind = said.get("type", "text")
        form.kinds[name] = kind
        kept = form.entries.setdefault(name, [])
        value = said.get("value", "on" if kind == "checkbox" else "")
        if kind in {"radio", "checkbox"}:
            form.offers.setdefault(name, []).append(value)
        if kind not in {"radio", "checkbox"} or "checked" in said:
            kept.append(value)
