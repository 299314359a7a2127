"""Files that are, and files that only look like, a signed paper."""

import struct
import zlib


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    + _chunk(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
HTML = b"<!doctype html><script>alert(1)</script>"
TWENTY_ONE_MB = PDF + b"\n" * (21 * 1024 * 1024) + b"%%EOF"

CORPUS_GOOD = [
    ("mou.pdf", PDF, "application/pdf"),
    ("MOU.PDF", PDF, "application/pdf"),
    ("scan.png", PNG, "image/png"),
    ("photo.jpg", JPEG, "image/jpeg"),
    ("photo.jpeg", JPEG, "image/jpeg"),
    ("renamed-by-the-phone.jpg", PNG, "image/png"),
    ("phones-write-a-trailer.jpg", JPEG + b"SEFT\x00\x00", "image/jpeg"),
]
CORPUS_BAD = [
    ("empty.pdf", b""),
    ("page.pdf", HTML),
    ("page.html", HTML),
    ("named-html.html", PDF),
    ("no-ending", PDF),
    ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("cut-off.pdf", PDF.replace(b"%%EOF", b"")),
    ("cut-off.png", PNG[:-4]),
    ("cut-off.jpg", JPEG[:-2]),
    ("html-then-pdf.pdf", HTML + PDF),
    ("gif-then-pdf.pdf", b"GIF89a" + PDF),
    ("png-then-html.png", PNG + HTML),
    ("pdf-then-much-html.pdf", PDF + HTML * 50),
    ("program.pdf", b"MZ\x90\x00" + b"\x00" * 100),
    ("double.pdf.exe", PDF),
    ("zip.pdf", b"PK\x03\x04" + PDF),
]
