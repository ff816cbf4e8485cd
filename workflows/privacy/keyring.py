"""The key ring: the keys that wrap every case's own key. A file outside the database, readable by its owner alone."""

import base64
import hashlib
import hmac
import json
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE = 12  # bytes, as NIST SP 800-38D advises for GCM


class CannotOpen(Exception):
    """A value that no key here opens: wrong ring, wrong row, or altered bytes."""


def seal_bytes(key: bytes, plain: bytes, context: str) -> bytes:
    """Encrypt with AES-256-GCM; the context is bound in as associated data. Nonce first, 12 bytes."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, context.encode())


def open_bytes(key: bytes, sealed: bytes, context: str) -> bytes:
    """Decrypt what `seal_bytes` made. Raises CannotOpen for another key, context or altered bytes."""
    sealed = bytes(sealed)
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(context.split(":", maxsplit=1)[0]) from error


class KeyRing:
    """Keys by id, one of them current, and the pepper of the codes."""

    def __init__(self, data: dict):
        self.current: str = data["current"]
        self.keys = {name: base64.b64decode(key) for name, key in data["keys"].items()}
        self._pepper = base64.b64decode(data["pepper"])

    def wrap(self, key: bytes, context: str) -> tuple[str, bytes]:
        """Return the id of the current key and `key` encrypted with it."""
        return self.current, seal_bytes(self.keys[self.current], key, context)

    def unwrap(self, key_id: str, wrapped: bytes, context: str) -> bytes:
        """Open a wrapped key. Raises CannotOpen when the ring lacks the id or the key is another."""
        if key_id not in self.keys:
            raise CannotOpen(key_id)
        return open_bytes(self.keys[key_id], wrapped, context)

    def fingerprint(self, purpose: str, value: str) -> str:
        """Return a keyed hash (HMAC-SHA-256, hex) that is useless without the pepper."""
        return hmac.new(self._pepper, f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()


def load_ring() -> KeyRing:
    """Read the ring of KEYRING_PATH, again whenever the file has changed.

    Raises ImproperlyConfigured without one, or when anyone but its owner may touch it.
    """
    path = Path(settings.KEYRING_PATH)
    try:
        state = path.stat()
    except FileNotFoundError as error:
        message = f"No key ring at {path}. Run `manage.py make_keyring` once, or set KEYRING_PATH."
        raise ImproperlyConfigured(message) from error
    if state.st_mode & 0o077:
        message = f"The key ring at {path} is open to others. Make it its owner’s alone: chmod 600."
        raise ImproperlyConfigured(message)
    return _read(path, state.st_ino, state.st_mtime_ns)


@lru_cache(maxsize=1)
def _read(path: Path, *_state: int) -> KeyRing:
    return KeyRing(read_ring(path))


def read_ring(path: Path) -> dict:
    """Return what the ring's file says: current key id, keys, pepper."""
    return json.loads(path.read_text())


def new_key() -> str:
    """Return 32 random bytes as base64 text."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def write_ring(path: Path, data: dict) -> None:
    """Write the ring in one step, readable by its owner alone (mode 600)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(data, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
