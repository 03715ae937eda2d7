"""A certificate that nobody but the test knows."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

HOST = "127.0.0.1"


def self_made(directory: Path) -> Path:
    """Return a file with the key and the certificate of a server of our own."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: no certificate for TLS")
    file = directory / "server.pem"
    request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"]
    names = ["-addext", f"subjectAltName=IP:{HOST}", "-keyout", str(file), "-out", str(file)]
    made = subprocess.run(  # noqa: S603 - a fixed command
        [openssl, *request, *names], check=True, capture_output=True, text=True
    )
    file.write_text(file.read_text() + made.stdout)
    return file


def a_context(certificate: Path) -> ssl.SSLContext:
    """Return what a server shows its certificate by."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context
