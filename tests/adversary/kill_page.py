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
    """One form: what it would send now, and the buttons one may press."""

    action: str
    entries: dict[str, list[str]] = field(default_factory=dict)
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
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._is_in_form = False
        self._select: tuple[str, bool] | None = None
        self._options: list[tuple[str, bool]] = []
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(said.get("action", "")))
            self._is_in_form = True
        elif self._is_in_form:
            self._control(tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_in_form = False
        if tag == "select" and self._select is not None:
            name, is_several = self._select
            chosen = [value for value, is_chosen in self._options if is_chosen]
            first = [value for value, _ in self._options[:1]]
            self.forms[-1].entries[name] = chosen or ([] if is_several else first)
            self._select, self._options = None, []
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self.forms[-1].entries[self._area] = [self.forms[-1].entries[self._area][0] + data]

    def _control(self, tag: str, said: dict[str, str]) -> None:
        name = said.get("name", "")
        if tag == "input" and name:
            self._input(name, said)
        if tag == "button" and name:
            self.forms[-1].buttons.append((name, said.get("value", "")))
        if tag == "select":
            self._select = (name, "multiple" in said)
        if tag == "option":
            self._options.append((said.get("value", ""), "selected" in said))
        if tag == "textarea":
            self._area = name
            self.forms[-1].entries[name] = [""]

    def _input(self, name: str, said: dict[str, str]) -> None:
        kept = self.forms[-1].entries.setdefault(name, [])
        if said.get("type") not in {"radio", "checkbox"} or "checked" in said:
            kept.append(said.get("value", "on" if "checked" in said else ""))
