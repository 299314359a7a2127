"""Ids, made without the tests of UUID itself."""

import copy
import pickle
from random import Random
from uuid import UUID

import pytest

from kith.matching.ids import uuid_of


@pytest.mark.parametrize("seed", range(20))
def test_an_id_is_the_one_that_uuid_makes(seed: int) -> None:
    key = Random(seed).randbytes(16)

    made, meant = uuid_of(key), UUID(bytes=key)

    assert made == meant
    assert (hash(made), str(made), made.int, made.bytes) == (hash(meant), str(meant), meant.int, key)
    assert made.is_safe is meant.is_safe
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == meant
