"""Each agreement's words become its first version; its two kinds of clauses move into one table.

What was signed before was a digest over a canonical JSON text. That text is kept as the version's own, so
that the digest in the event chain stays the digest of a text.
"""

import hashlib
import json

from django.db import migrations

from kith.core.ids import uuid7

STATES = {"draft": "draft", "proposed": "offered", "in_force": "signed"}
KEEP_DAYS = 30


def words_into_versions(apps, schema_editor):
    """Move every agreement, one after the other."""
    agreements = apps.get_model("partnerships", "Agreement").objects
    for agreement in agreements.order_by("drafted_at", "pk"):
        _move(apps, agreement)


def _move(apps, agreement):
    party_rows = apps.get_model("partnerships", "AgreementParty").objects.filter(agreement_id=agreement.pk)
    promises = apps.get_model("partnerships", "PromiseClause").objects.filter(agreement_id=agreement.pk)
    scope = apps.get_model("partnerships", "DataScopeClause").objects.filter(agreement_id=agreement.pk).first()
    kinds = sorted(scope.kinds) if scope else []
    version = _version(apps, agreement, _text(agreement, party_rows, promises, kinds))
    for row in party_rows:
        row.version_id = version.pk
        row.name = row.organization.name[:300]
        row.save(update_fields=["version_id", "name"])
    apps.get_model("partnerships", "Paper").objects.filter(agreement_id=agreement.pk).update(
        version_id=version.pk
    )
    place = 0
    for place, promise in enumerate(promises.order_by("organization_id", "pk")):
        _clause(
            apps,
            version,
            place,
            kind="response_promise",
            organization_id=promise.organization_id,
            terms={"days": promise.days, "urgent_hours": None},
        )
    _clause(
        apps,
        version,
        place + 1,
        kind="data_scope",
        organization_id=None,
        terms={"kinds": kinds, "purposes": ["arrange_help"], "labels_excluded": [], "keep_days": KEEP_DAYS},
    )


def _text(agreement, party_rows, promises, kinds):
    """The words as their digest was made of them."""
    plain = {
        "title": agreement.title,
        "purpose": agreement.purpose,
        "parties": sorted([str(row.organization_id), row.role] for row in party_rows),
        "promises": sorted([str(row.organization_id), str(row.days)] for row in promises),
        "scope": kinds,
        "dates": [str(agreement.starts_on), str(agreement.review_on), str(agreement.ends_on)],
    }
    return json.dumps(plain, sort_keys=True)


def _version(apps, agreement, text):
    was_signed = agreement.in_force_at is not None
    state = STATES.get(agreement.status, "signed" if was_signed else "dropped")
    return apps.get_model("partnerships", "Version").objects.create(
        id=uuid7(),
        agreement_id=agreement.pk,
        number=1,
        state=state,
        title=agreement.title,
        purpose=agreement.purpose,
        starts_on=agreement.starts_on,
        review_on=agreement.review_on,
        ends_on=agreement.ends_on,
        text="" if state == "draft" else text,
        text_digest="" if state == "draft" else agreement.text_digest,
        written_by_id=agreement.drafted_by_id,
        written_at=agreement.drafted_at,
        offered_at=agreement.proposed_at,
        signed_at=agreement.in_force_at,
    )


def _clause(apps, version, place, *, kind, organization_id, terms):
    key = uuid7()
    plain = {
        "key": str(key),
        "kind": kind,
        "organization": str(organization_id) if organization_id else None,
        "to": None,
        "service": None,
        "terms": terms,
        "note": "",
    }
    apps.get_model("partnerships", "Clause").objects.create(
        id=uuid7(),
        key=key,
        version_id=version.pk,
        kind=kind,
        place=place,
        organization_id=organization_id,
        terms=terms,
        digest=hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest(),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0004_versions_and_clauses"),
        ("directory", "0015_phones_and_hours_by_place"),
    ]

    operations = [migrations.RunPython(words_into_versions)]
