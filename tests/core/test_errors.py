import pytest

from kith.core import errors
from kith.core.errors import BadInput, KithError

KINDS = [
    (errors.KithError, 400, "error"),
    (errors.NotFound, 404, "not-found"),
    (errors.Denied, 403, "denied"),
    (errors.StatusConflict, 409, "status-conflict"),
    (errors.BadInput, 422, "bad-input"),
    (errors.Expired, 410, "expired"),
    (errors.TooMany, 429, "too-many"),
    (errors.Unavailable, 503, "unavailable"),
]


@pytest.mark.parametrize("kind, status, code", KINDS)
def test_each_error_has_its_status_its_code_and_a_sentence(
    kind: type[KithError], status: int, code: str
) -> None:
    error = kind()

    assert (error.status, error.code) == (status, code)
    assert str(error) == str(error.sentence)
    assert str(error).endswith(".")


def test_an_error_may_say_its_own_sentence() -> None:
    assert str(errors.Denied("Not on a Sunday.")) == "Not on a Sunday."


def test_bad_input_names_the_field_to_mend() -> None:
    assert BadInput(field="name").field == "name"
    assert BadInput().field == ""
