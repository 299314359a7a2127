"""Agreements as they were before there were versions, and what becomes of them; run inside a site of its own."""

import hashlib
import json
import uuid
from datetime import UTC, date, datetime

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
KINDS = ["need", "language", "name"]


def old_digest(plain: dict[str, object]) -> str:
    """As it was made of the wording then."""
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def migrated() -> None:
    """Old rows, the migrations, and the new rows as JSON on the standard output."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    before = [leaf for leaf in leaves if leaf[0] in {"accounts", "directory"}]
    target = [("partnerships", "0003_who_added_a_contact"), *before]
    executor.migrate(target)
    old = MigrationExecutor(connection).loader.project_state(target).apps
    made = {
        status: _make(old, status) for status in ("draft", "proposed", "in_force", "ended", "thrown_away")
    }
    MigrationExecutor(connection).migrate(leaves)
    print(
        json.dumps({status: _found(agreement_id, digest) for status, (agreement_id, digest) in made.items()})
    )


def _make(old, status):  # type: ignore[no-untyped-def]
    """One old agreement between two; returns its id and the digest that was signed."""
    organizations = [
        old.get_model("directory", "Organization").objects.create(
            id=uuid.uuid4(), name=name, **_needed(old.get_model("directory", "Organization"))
        )
        for name in ("Clinic", "Mosque")
    ]
    title = "Answering each other – é"
    plain = {
        "title": title,
        "purpose": "An answer.",
        "parties": sorted([str(one.pk), "receiver"] for one in organizations),
        "promises": [[str(organizations[1].pk), "3"]],
        "scope": sorted(KINDS),
        "dates": ["2026-01-01", "None", "2027-01-01"],
    }
    digest = old_digest(plain)
    was_signed = status in {"in_force", "ended"}
    agreement = old.get_model("partnerships", "Agreement").objects.create(
        id=uuid.uuid4(),
        title=title,
        purpose="An answer.",
        status="ended" if status == "thrown_away" else status,
        starts_on=date(2026, 1, 1),
        ends_on=date(2027, 1, 1),
        text_digest=digest,
        drafted_by=organizations[0],
        drafted_at=NOW,
        proposed_at=None if status in {"draft", "thrown_away"} else NOW,
        in_force_at=NOW if was_signed else None,
        ended_at=NOW if status in {"ended", "thrown_away"} else None,
    )
    for place, organization in enumerate(organizations):
        old.get_model("partnerships", "AgreementParty").objects.create(
            id=uuid.uuid4(),
            agreement=agreement,
            organization=organization,
            place=place,
            role="receiver",
            signed_at=NOW if was_signed else None,
            signed_how="on_screen" if was_signed else "",
        )
    old.get_model("partnerships", "PromiseClause").objects.create(
        id=uuid.uuid4(), agreement=agreement, organization=organizations[1], days=3
    )
    old.get_model("partnerships", "DataScopeClause").objects.create(
        id=uuid.uuid4(), agreement=agreement, kinds=KINDS
    )
    return agreement.pk, digest


def _needed(model):  # type: ignore[no-untyped-def]
    """A moment for each time that may not be empty."""
    return {
        field.name: NOW
        for field in model._meta.fields
        if field.get_internal_type() == "DateTimeField" and not field.null and not field.has_default()
    }


def _found(agreement_id, digest):  # type: ignore[no-untyped-def]
    models = {
        name: apps.get_model("partnerships", name).objects for name in ("Version", "Clause", "AgreementParty")
    }
    version = models["Version"].get(agreement_id=agreement_id)
    return {
        "state": version.state,
        "number": version.number,
        "title": version.title,
        "days": [str(version.starts_on), str(version.review_on), str(version.ends_on)],
        "text_digest": version.text_digest,
        "digest_of_text": hashlib.sha256(version.text.encode()).hexdigest() if version.text else "",
        "signed_before": digest,
        "parties": list(
            models["AgreementParty"].filter(version=version).order_by("place").values_list("name", flat=True)
        ),
        "clauses": list(
            models["Clause"].filter(version=version).order_by("place").values_list("kind", "place", "terms")
        ),
        "is_read": _is_read(version, models["Clause"].filter(version=version)),
    }


def _is_read(version, rows):  # type: ignore[no-untyped-def]
    """Each clause is read again as it is kept, and its digest is right."""
    from kith.partnerships.stored import stated

    return all(stated(row).terms == row.terms and stated(row).digest == row.digest for row in rows)
