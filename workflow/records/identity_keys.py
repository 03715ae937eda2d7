"""The keys that numbers of identity documents are kept under: in a file of their own.

Whoever has the database alone can neither read a number nor try which one it is: AES-256-GCM
seals it, together with the salt of the details' seal, and what finds it again is keyed as well.
"""

import hmac
import os
import secrets
import stat
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workflow.records.errors import (
    IdentityKeyMissingError,
    IdentityKeyUnreadableError,
    IdentityUnreadableError,
)

# What a sealed value begins with; nothing that a form takes does.
MARK: Final = "sealed:1:"
_BYTES: Final = 32
_NONCE: Final = 12
_HEADING: Final = (
    "# 证件号码的密钥。丢了它，号码就读不出来：请另存一份，不要和数据库备份放在一起。\n"
    "# The keys of identity numbers: keep a copy apart from the backups. The newest comes first.\n"
)


@dataclass(frozen=True, slots=True)
class IdentityKey:
    """One key; its name tells which key a value was sealed with, and nothing of the key."""

    secret: bytes

    @property
    def name(self) -> str:
        """The name of the key."""
        return sha256(b"name:" + self.secret).hexdigest()[:12]

    def derived(self, purpose: str) -> bytes:
        """Return the key for one purpose: no key serves two."""
        return hmac.digest(self.secret, purpose.encode(), "sha256")


class KeyRing:
    """The keys of an installation: the first seals, every one opens."""

    def __init__(self, keys: tuple[IdentityKey, ...]) -> None:
        """Keep the keys, the newest first."""
        self.keys = keys
        self._named = {key.name: key for key in keys}

    @property
    def newest(self) -> str:
        """The name of the key that seals."""
        return self.keys[0].name

    def seal(self, text: str, place: str) -> str:
        """Return a text as it is kept at a place; elsewhere it does not open."""
        nonce = secrets.token_bytes(_NONCE)
        cipher = AESGCM(self.keys[0].derived("seal"))
        held = nonce + cipher.encrypt(nonce, text.encode("utf-8", "surrogatepass"), place.encode())
        return f"{MARK}{self.newest}:{urlsafe_b64encode(held).decode()}"

    def open(self, kept: str, place: str) -> str:
        """Return the text that is kept at a place.

        Raises IdentityKeyMissingError where its key is not there, IdentityUnreadableError where
        it was altered.
        """
        if not kept.startswith(MARK):
            raise IdentityUnreadableError(place)
        named, _, held = kept.removeprefix(MARK).partition(":")
        key = self._named.get(named)
        if key is None:
            raise IdentityKeyMissingError(named)
        try:
            whole = urlsafe_b64decode(held)
            opened = AESGCM(key.derived("seal")).decrypt(
                whole[:_NONCE], whole[_NONCE:], place.encode()
            )
        except (InvalidTag, ValueError) as error:
            raise IdentityUnreadableError(place) from error
        return opened.decode("utf-8", "surrogatepass")

    def lookup_secrets(self, office_secret: str) -> tuple[str, ...]:
        """Return what finds the documents of an office again, by each key, the newest first."""
        office = bytes.fromhex(office_secret)
        return tuple(hmac.digest(key.derived("find"), office, "sha256").hex() for key in self.keys)


class KeyFile:
    """The file of the keys: read when needed, and again when somebody has changed it."""

    def __init__(self, path: Path) -> None:
        """Keep where it lies; it need not be there yet."""
        self.path = path
        self._read: tuple[tuple[int, int], KeyRing] | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is such a file."""
        return self.path.exists()

    @property
    def is_open_to_others(self) -> bool:
        """Whether others than the owner may read or change it."""
        if os.name != "posix":
            return False  # pragma: no cover - there rights are kept otherwise
        return bool(stat.S_IMODE(self.path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO))

    def ring(self) -> KeyRing:
        """Return the keys; IdentityKeyMissingError where there is no file."""
        try:
            found = self.path.stat()
            stamp = (found.st_mtime_ns, found.st_ino)
            if self._read is None or self._read[0] != stamp:
                self._read = (stamp, KeyRing(_keys_in(self.path)))
        except FileNotFoundError as error:
            raise IdentityKeyMissingError(str(self.path)) from error
        return self._read[1]

    def make(self) -> KeyRing:
        """Make a first key, unless somebody else has made one a moment before."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = self._written((IdentityKey(secrets.token_bytes(_BYTES)),))
        try:
            os.link(made, self.path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
        return self.ring()

    def add(self) -> KeyRing:
        """Put a new key before those that are there; all of them still open."""
        return self._replace((IdentityKey(secrets.token_bytes(_BYTES)), *self.ring().keys))

    def retire_older(self) -> Path | None:
        """Move every key but the newest to a file beside, which old backups are read with."""
        newest, *older = self.ring().keys
        if not older:
            return None
        retired = self.path.with_name(self.path.name + ".retired")
        known = _keys_in(retired) if retired.exists() else ()
        self._written((*(key for key in older if key not in known), *known)).replace(retired)
        self._replace((newest,))
        return retired

    def _replace(self, keys: tuple[IdentityKey, ...]) -> KeyRing:
        self._written(keys).replace(self.path)
        return self.ring()

    def _written(self, keys: tuple[IdentityKey, ...]) -> Path:
        """Write keys into a file beside the real one, for its owner alone, down to the disk."""
        handle, name = mkstemp(dir=self.path.parent, prefix=".identity-")  # 0600 from the start
        lines = "".join(f"key {key.secret.hex()}\n" for key in keys)
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            written.write(_HEADING + lines)
            written.flush()
            os.fsync(written.fileno())
        return Path(name)


def _keys_in(path: Path) -> tuple[IdentityKey, ...]:
    try:
        lines = path.read_text("utf-8").splitlines()
        said = [line.split() for line in lines if line.strip() and not line.startswith("#")]
        keys = tuple(IdentityKey(bytes.fromhex(held)) for word, held in said if word == "key")
    except ValueError as error:
        raise IdentityKeyUnreadableError(str(path)) from error
    if not keys or len(keys) != len(said) or any(len(key.secret) != _BYTES for key in keys):
        raise IdentityKeyUnreadableError(str(path))
    return keys


class Identities:
    """The numbers of one office's documents, as they are sealed and found again."""

    def __init__(self, office_id: int, file: KeyFile | None) -> None:
        """Use the keys of a file, which is made when a first number is to be kept."""
        self._office = office_id
        self._file = file

    def readable(self) -> KeyRing:
        """Return the keys that open what is kept; IdentityKeyMissingError where there are none."""
        if self._file is None:
            raise IdentityKeyMissingError("DISCLOSURE_KEY_FILE")
        return self._file.ring()

    def writable(self, *, is_first: bool) -> KeyRing:
        """Return the keys that seal; where nothing was ever sealed, a first one is made."""
        if self._file is not None and is_first and not self._file.is_there:
            return self._file.make()
        return self.readable()

    @property
    def is_there(self) -> bool:
        """Whether there is a key at all."""
        return self._file is not None and self._file.is_there

    def place(self, row_id: int, column: str) -> str:
        """Return where a value is kept, to which it is tied."""
        return f"{self._office}:{row_id}:{column}"
