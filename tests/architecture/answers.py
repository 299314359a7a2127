"""Net 4: a query answers with frozen, slotted dataclasses or plain values, never with rows."""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID

from django.utils.functional import Promise

PLAIN = {bool, int, float, str, bytes, type(None), Decimal, date, datetime, time, timedelta, UUID, Promise}
WITHIN_JSON = typing.ForwardRef("Json")
HOLDERS = {list, tuple, dict, frozenset, Mapping, Sequence, typing.Union, types.UnionType}


def loose_answers(function: Callable[..., object]) -> list[str]:
    """What is wrong with the function's answer: one sentence each."""
    hints = typing.get_type_hints(function)
    if "return" not in hints:
        return [f"{function.__name__} does not say what it answers"]
    return sorted(set(_wrong(hints["return"], set())))


def _wrong(kind: object, seen: set[object]) -> Iterator[str]:
    if kind in PLAIN or kind in seen or kind in {Ellipsis, WITHIN_JSON}:
        return
    if isinstance(kind, typing.TypeVar):
        return  # what it stands for is among the parts of its holder
    seen.add(kind)
    holder = typing.get_origin(kind)
    if holder is not None:
        yield from _wrong_holder(kind, holder, seen)
    elif not (isinstance(kind, type) and issubclass(kind, Enum)):
        yield from _wrong_class(kind, seen)


def _wrong_holder(kind: object, holder: object, seen: set[object]) -> Iterator[str]:
    if holder is typing.Literal:
        return
    if dataclasses.is_dataclass(holder):
        yield from _wrong(holder, seen)
    elif holder not in HOLDERS:
        yield f"{kind} is not a list, tuple, dict, frozenset or choice"
    for part in typing.get_args(kind):
        yield from _wrong(part, seen)


def _wrong_class(kind: object, seen: set[object]) -> Iterator[str]:
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind):
        yield f"{getattr(kind, '__qualname__', kind)} is not a dataclass or a plain value"
        return
    if not kind.__dataclass_params__.frozen or "__slots__" not in vars(kind):  # type: ignore[attr-defined]
        yield f"{kind.__qualname__} is not frozen and slotted"
    for hint in _field_types(kind):
        yield from _wrong(hint, seen)


def _field_types(kind: type) -> list[object]:
    names = {field.name for field in dataclasses.fields(kind)}
    return [hint for name, hint in typing.get_type_hints(kind).items() if name in names]
