"""One way to find one record: the same narrowing as a list, plus its id."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from kith.core.errors import Denied, NotFound
from kith.core.viewer import Viewer


class Verdict(Q):
    """Nothing or all: said without the database, so that beside another condition only one of both remains.

    A policy names all the ways in, of which most lead nowhere for one viewer; those are not compiled. An
    empty condition does not change a verdict.
    """

    def __or__(self, other: Q) -> Q:
        return self if self.negated or not other else other

    def __and__(self, other: Q) -> Q:
        return other if self.negated and other else self

    __ror__, __rand__ = __or__, __and__


NOTHING: Q = Verdict(pk__in=[])
ALL: Q = ~NOTHING  # an empty Q() would vanish beside an "or"

Row = TypeVar("Row", bound=Model)
MayT = TypeVar("MayT", bound=StrEnum)
Policy = Mapping[MayT, Callable[[Viewer], Q]]


def narrowed(rows: QuerySet[Row], policy: Policy[MayT], viewer: Viewer, may: MayT) -> QuerySet[Row]:
    """The rows that `viewer` may `may`; none where the policy has no such row."""
    allowed = policy.get(may)
    return rows.filter(allowed(viewer) if allowed is not None else NOTHING)


def one(
    rows: QuerySet[Row], policy: Policy[MayT], viewer: Viewer, *, row_id: UUID, may: MayT, read: MayT
) -> Row:
    """The one row with this id that `viewer` may `may`.

    Raises NotFound if the viewer may not even read it, Denied if it may be read but `may` is not allowed.
    """
    found = narrowed(rows, policy, viewer, may).filter(pk=row_id).first()
    if found is not None:
        return found
    if narrowed(rows, policy, viewer, read).filter(pk=row_id).exists():
        raise Denied
    raise NotFound
