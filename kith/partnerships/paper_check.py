"""Looking at an uploaded paper: is it a whole PDF, PNG or JPEG."""

from pathlib import PurePosixPath

from kith.partnerships.errors import PaperNotReadable

NAMES = frozenset({".pdf", ".png", ".jpg", ".jpeg"})
TAIL_BYTES = 1024
PDF, PDF_END = b"%PDF-", b"%%EOF"
PNG, PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
JPEG, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


def check_paper(content: bytes, *, filename: str) -> None:
    """Let a file pass whose first bytes, end mark and name all belong to a PDF, a PNG or a JPEG.

    The name is read for its ending only and never kept. Phones write own bytes behind a JPEG's end mark,
    so those are let through; the file is only ever sent out as an attachment of its sniffed type.
    Raises PaperNotReadable.
    """
    is_named = PurePosixPath(filename.replace("\\", "/")).suffix.lower() in NAMES
    is_pdf = content.startswith(PDF) and PDF_END in content[-TAIL_BYTES:]
    is_png = content.startswith(PNG) and content.endswith(PNG_END)
    is_jpeg = content.startswith(JPEG) and JPEG_END in content
    if not is_named or not (is_pdf or is_png or is_jpeg):
        raise PaperNotReadable(field="paper")
