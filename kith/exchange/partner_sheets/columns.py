"""What the columns of a partners' spreadsheet are called, in the words that people use for them."""

from collections.abc import Mapping

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "organization_name": (
        "Organisation",
        "organization",
        "partner",
        "agency",
        "name of organisation",
        "name",
    ),
    "kind": ("Kind", "type", "sector", "kind of organisation"),
    "about": ("About", "description", "what they do"),
    "code_word": ("Code word", "codeword", "agreed word"),
    "contact": ("Contact", "contact name", "contact person", "person"),
    "contact_role": ("Role", "contact role", "job title", "position"),
    "email": ("Email", "e-mail", "mail", "email address"),
    "phone": ("Phone", "telephone", "tel", "mobile", "phone number"),
    "language": ("Language", "lang"),
    "agreement": ("Agreement", "mou", "agreement title", "memorandum"),
    "purpose": ("What it is for", "purpose"),
    "starts_on": ("First day", "start", "start date", "starts on", "effective date"),
    "ends_on": ("Last day", "end", "end date", "ends on", "expires"),
    "review_on": ("Review on", "review", "review date"),
    "they_answer": ("They answer within (days)", "response days", "they answer"),
    "we_answer": ("We answer within (days)", "we answer"),
}
"""Field to headings; the first is the one that the template bears. Case and blanks do not matter."""

FIELD_OF: Mapping[str, str] = {
    heading.lower(): field for field, headings in COLUMNS.items() for heading in headings
}
HEADINGS: tuple[str, ...] = tuple(headings[0] for headings in COLUMNS.values())


def field_of(heading: str) -> str | None:
    """The field that a column fills; None for a column of another kind, which is left alone."""
    return FIELD_OF.get(" ".join(heading.split()).lower())
