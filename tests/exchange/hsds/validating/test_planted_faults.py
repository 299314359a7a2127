"""Each planted fault is found where it stands, with the way to mend it; and nothing is found where nothing is wrong."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from kith.exchange.hsds.validating.finding import Finding, Severity
from kith.exchange.hsds.validating.findings_of import findings_of
from kith.exchange.hsds.validating.spot import Spot
from kith.exchange.hsds.validating.whole_file import WholeFile
from tests.exchange.hsds.validating.planted import NOTED, PLANTED, WARNED, Planted
from tests.exchange.hsds.validating.sound import Body, a_service, put
from tests.factories.published import HSDS_31, needs_hsds_31

TODAY = date(2026, 6, 1)


def all_findings(body: Body) -> list[Finding]:
    """As the command finds them: in the record, across it, and by the calendar."""
    whole = WholeFile(TODAY, is_complete=False, may_repeat=False)
    return [*whole.see(body, "service", Spot()), *whole.at_the_end()]  # type: ignore[arg-type]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert all_findings(a_service()) == []


def test_there_are_thirty_kinds_and_more() -> None:
    assert len({one.kind for one in PLANTED}) >= 30
    assert len(PLANTED) >= 50


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.name)
def test_a_planted_fault_is_found_with_the_way_to_mend_it(planted: Planted) -> None:
    found = [one for one in all_findings(planted.plant(a_service())) if one.kind == planted.kind]

    assert [(one.severity, one.pointer) for one in found] == [(Severity.FAULT, planted.pointer)]
    assert planted.mend in found[0].mend


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.name)
def test_a_planted_fault_brings_few_others_with_it(planted: Planted) -> None:
    others = [one for one in all_findings(planted.plant(a_service())) if one.kind != planted.kind]

    assert len(others) <= 2, others


@pytest.mark.parametrize("planted", WARNED, ids=lambda one: one.name)
def test_what_only_misleads_is_a_warning(planted: Planted) -> None:
    body = planted.plant(a_service())
    if planted.kind == "stand-in-point":
        put(body, "/service_at_locations/0/location/longitude", -74.00723)
    found = [one for one in all_findings(body) if one.kind == planted.kind]

    assert {one.severity for one in found} == {Severity.WARNING}
    assert any(one.pointer.startswith(planted.pointer) and planted.mend in one.mend for one in found)


@pytest.mark.parametrize("planted", NOTED, ids=lambda one: one.name)
def test_what_is_good_to_know_is_a_note(planted: Planted) -> None:
    found = all_findings(planted.plant(a_service()))

    assert [(one.severity, one.kind, one.pointer) for one in found] == [
        (Severity.NOTE, planted.kind, planted.pointer)
    ]
    assert planted.mend in found[0].mend


@needs_hsds_31
@pytest.mark.parametrize("planted", [*PLANTED, *WARNED, *NOTED], ids=lambda one: one.name)
def test_the_published_schema_gives_the_same_verdict_as_our_first_layer(planted: Planted) -> None:
    body = planted.plant(a_service())

    theirs = sorted({tuple(error.absolute_path) for error in published().iter_errors(body)}, key=str)
    ours = sorted({tuple(error.absolute_path) for error in ours_of("service").iter_errors(body)}, key=str)

    assert ours == theirs
    assert bool(theirs) is planted.schema_sees_it


@needs_hsds_31
def test_the_sound_service_is_valid_by_the_published_schema() -> None:
    assert not list(published().iter_errors(a_service()))


@cache
def published() -> Draft202012Validator:
    schema = json.loads((HSDS_31 / "schema/compiled/service.json").read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def ours_of(name: str) -> Draft202012Validator:
    from kith.exchange.hsds.validating.answers import validator_of

    validator = validator_of(name)
    assert isinstance(validator, Draft202012Validator)
    return validator


def test_the_formats_are_really_checked() -> None:
    """Without its helpers the library lets every web address and every moment pass, and says nothing."""
    assert {"uuid", "email", "uri", "date-time"} <= set(Draft202012Validator.FORMAT_CHECKER.checkers)


def kinds_in(findings: list[Finding]) -> Iterator[str]:
    return (one.kind for one in findings)


def test_the_same_thing_is_told_once_though_both_layers_see_it() -> None:
    found = findings_of(put(a_service(), "/email", "talks"), "service")  # type: ignore[arg-type]

    assert list(kinds_in(found)) == ["email-shape"]
