"""A file encrypted in pieces, so that its size matters to no one's memory.

AES-256-GCM over pieces of a megabyte; each piece's nonce holds its number and whether it is the
last, so that pieces cannot be left out, repeated, put in another order, or cut off at the end. The
key is made of the words given, by scrypt, with a salt of the file's own.
"""

import secrets
from collections.abc import Iterator
from typing import IO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC: Final = b"DISCLOSURE-SEALED-1\n"
_SALT: Final = 16
_PREFIX: Final = 7
_PIECE: Final = 1024 * 1024
_TAG: Final = 16


class SealBrokenError(Exception):
    """The key is another one, or the file was altered."""


def seal(source: IO[bytes], target: IO[bytes], words: bytes) -> None:
    """Encrypt what a file holds into another."""
    salt, prefix = secrets.token_bytes(_SALT), secrets.token_bytes(_PREFIX)
    cipher = AESGCM(_key(words, salt))
    target.write(MAGIC + salt + prefix)
    for number, (piece, is_last) in enumerate(_pieces(source, _PIECE)):
        target.write(cipher.encrypt(_nonce(prefix, number, is_last=is_last), piece, MAGIC))


def unseal(source: IO[bytes], target: IO[bytes], words: bytes) -> None:
    """Decrypt what `seal` wrote, from behind its first line; SealBrokenError at the first doubt."""
    head = source.read(_SALT + _PREFIX)
    salt, prefix = head[:_SALT], head[_SALT:]
    if len(prefix) < _PREFIX:
        raise SealBrokenError
    cipher = AESGCM(_key(words, salt))
    for number, (piece, is_last) in enumerate(_pieces(source, _PIECE + _TAG)):
        try:
            target.write(cipher.decrypt(_nonce(prefix, number, is_last=is_last), piece, MAGIC))
        except InvalidTag as error:
            raise SealBrokenError from error


def _key(words: bytes, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(words)


def _nonce(prefix: bytes, number: int, *, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([is_last])


def _pieces(source: IO[bytes], size: int) -> Iterator[tuple[bytes, bool]]:
    """Yield a file piece by piece, and of each whether it is the last; an empty file has one."""
    piece = source.read(size)
    while True:
        following = source.read(size)
        yield piece, not following
        if not following:
            return
        piece = following
