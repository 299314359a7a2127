"""The envelope of a page: each field alone, and the arithmetic between them."""

import pytest

from kith.exchange.hsds.validating.envelope import envelope_findings, page_of
from kith.exchange.hsds.validating.finding import Severity

SOUND: dict[str, object] = {
    "total_items": 7,
    "total_pages": 3,
    "page_number": 2,
    "size": 3,
    "first_page": False,
    "last_page": False,
    "empty": False,
    "contents": [{}, {}, {}],
}
LAST = {"page_number": 3, "size": 1, "last_page": True, "contents": [{}]}
NONE = {
    "total_items": 0,
    "total_pages": 0,
    "page_number": 1,
    "size": 0,
    "first_page": True,
    "last_page": True,
    "empty": True,
    "contents": [],
}


def found(**changes: object) -> list[tuple[str, str]]:
    return [(one.kind, one.pointer) for one in envelope_findings({**SOUND, **changes})]  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "changes", [{}, LAST, NONE, {**NONE, "total_pages": 1}, {"page_number": 1, "first_page": True}]
)
def test_a_page_that_adds_up_has_no_finding(changes: dict[str, object]) -> None:
    assert found(**changes) == []


@pytest.mark.parametrize("name", SOUND)
def test_a_field_that_is_missing_or_of_another_kind_is_told(name: str) -> None:
    body = {key: value for key, value in SOUND.items() if key != name}

    assert [(one.kind, one.pointer) for one in envelope_findings(body)] == [  # type: ignore[arg-type]
        ("envelope-field", f"/{name}")
    ]
    assert found(**{name: "1"}) == [("envelope-field", f"/{name}")]
    assert page_of({**SOUND, name: None}) is None  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "changes, findings",
    [
        ({"size": 4}, [("page-size", "/size")]),
        ({"total_items": -1}, [("envelope-field", "/total_items")]),
        ({"total_items": 10**13}, [("envelope-field", "/total_items")]),
        ({"size": True}, [("envelope-field", "/size")]),
        ({"total_pages": 4}, [("page-count", "/total_pages")]),
        (
            {"total_items": 2, "total_pages": 1, "page_number": 1, "first_page": True, "last_page": True},
            [("page-total", "/total_items")],
        ),
        (
            {"total_items": 9, "total_pages": 1, "page_number": 1, "first_page": True, "last_page": True},
            [("page-total", "/total_items")],
        ),
        ({"page_number": 4, "last_page": True}, [("page-number", "/page_number")]),
        ({"page_number": 0}, [("page-number", "/page_number")]),
        ({"first_page": True}, [("page-flag", "/first_page")]),
        ({**LAST, "last_page": False}, [("page-count", "/total_pages"), ("page-flag", "/last_page")]),
        ({"empty": True}, [("page-flag", "/empty")]),
        ({"contents": [], "size": 0, "empty": True}, [("page-total", "/contents")]),
    ],
)
def test_what_does_not_add_up_is_told(changes: dict[str, object], findings: list[tuple[str, str]]) -> None:
    assert found(**changes) == findings


def test_a_last_page_that_tells_the_size_of_a_full_one_is_only_warned() -> None:
    told = list(envelope_findings({**SOUND, **LAST, "size": 3}))  # type: ignore[dict-item]

    assert [(one.severity, one.kind) for one in told] == [(Severity.WARNING, "page-size")]
