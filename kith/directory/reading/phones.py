"""Telephone rows as people read them."""

from kith.directory.models import Phone
from kith.directory.phone_numbers import dialled
from kith.directory.views_of import PhoneLine


def phone_line(row: Phone) -> PhoneLine:
    """One number; what a telephone dials only where a number stands in it."""
    return PhoneLine(
        number=row.number,
        dial=dialled(row.number) if row.is_dialable else "",
        extension=row.extension,
        description=row.description,
    )
