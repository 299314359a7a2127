"""The secrets of one-time codes are bound to their user; before, to the table alone."""

from functools import partial

from django.db import migrations

from kith.core.sealed_text import CannotOpen, SealedText, open_sealed, seal

ONCE = "mfa_authenticator.data"
SEALED = ("secret", "seed")


def reseal(apps, _schema_editor, *, is_back):
    """Seal each secret for its new place. What these keys cannot open stays as it is."""
    authenticators = apps.get_model("mfa", "Authenticator").objects
    for row in authenticators.select_for_update().iterator():
        places = (ONCE, f"{ONCE}.{row.user_id}")
        before, after = reversed(places) if is_back else places
        held = {name: text for name, text in row.data.items() if name in SEALED}
        try:
            row.data |= {name: moved(text, before, after) for name, text in held.items()}
        except CannotOpen:
            continue
        row.save(update_fields=["data"])


def moved(text, before, after):
    """The same secret, sealed for another place."""
    return seal(open_sealed(SealedText(text), place=before), place=after)


class Migration(migrations.Migration):

    dependencies = [
        ("accounts", "0003_absence"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        migrations.RunPython(partial(reseal, is_back=False), partial(reseal, is_back=True)),
    ]
