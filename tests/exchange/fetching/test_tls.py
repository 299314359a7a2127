"""TLS: the certificate is checked, against the name that was asked for, on the address that was checked."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kith.core import clock
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.fetch import fetch_json
from kith.exchange.fetching.limits import INTERNET
from kith.exchange.fetching.network import Network, tls_context
from tests.factories.fake_feed import QUICK, PlayedNetwork


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for feed.example and 93.184.216.34, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "feed.example")])
    names = x509.SubjectAlternativeName(
        [x509.DNSName("feed.example"), x509.IPAddress(ip_address("93.184.216.34"))]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(clock.now() - timedelta(days=1))
        .not_valid_after(clock.now() + timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "feed.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'"hello"')

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def tls_server(certificate: Path) -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *_args: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def network_that_trusts(certificate: Path | None, port: int) -> Network:
    def context() -> ssl.SSLContext:
        made = tls_context()
        if certificate:
            made.load_verify_locations(certificate)
        return made

    names = {name: ["93.184.216.34"] for name in ("feed.example", "other.example")}
    return replace(PlayedNetwork(names, port).network(), tls_context=context)


@pytest.mark.parametrize("host", ["feed.example", "93.184.216.34"])
def test_a_server_with_a_good_certificate_is_read(certificate: Path, host: str) -> None:
    with tls_server(certificate) as port:
        network = network_that_trusts(certificate, port)

        assert fetch_json(f"https://{host}/", allowed=INTERNET, limits=QUICK, network=network) == "hello"


@pytest.mark.parametrize("host", ["other.example", "93.184.216.35"])
def test_a_certificate_for_another_name_is_refused(certificate: Path, host: str) -> None:
    with tls_server(certificate) as port:
        network = network_that_trusts(certificate, port)

        with pytest.raises(NotFetched, match="valid certificate for its name"):
            fetch_json(f"https://{host}/", allowed=INTERNET, limits=QUICK, network=network)


def test_a_certificate_that_nobody_we_trust_signed_is_refused(certificate: Path) -> None:
    with tls_server(certificate) as port:
        network = network_that_trusts(None, port)

        with pytest.raises(NotFetched, match="valid certificate"):
            fetch_json("https://feed.example/", allowed=INTERNET, limits=QUICK, network=network)


def test_a_server_without_tls_is_no_secure_connection() -> None:
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        network = network_that_trusts(None, server.server_address[1])
        with pytest.raises(NotFetched, match="No secure connection"):
            fetch_json(
                "https://feed.example/", allowed=INTERNET, limits=replace(QUICK, tries=1), network=network
            )
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
