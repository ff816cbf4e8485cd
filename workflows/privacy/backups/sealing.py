"""A backup is sealed with one half of a key and opened with the other: who takes the server cannot open its backups.

The format is age (https://age-encryption.org/v1), so age's own program opens our backups as well.
"""

from pathlib import Path

import pyrage
from pyrage.x25519 import Identity, Recipient


class CannotOpenBackup(Exception):
    """This is no key, it does not open this file, or the file is damaged."""


def new_key() -> tuple[str, str]:
    """Return the two halves of a new key: the one that opens, and the one that seals."""
    identity = Identity.generate()
    return str(identity), str(identity.to_public())


def is_seal(text: str) -> bool:
    """Tell whether this is the half of a key that seals."""
    try:
        Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal(plain: Path, to: Path, *, recipient: str) -> None:
    """Encrypt a file; the other is its owner's alone (mode 600). Raises OSError, as on a full disk."""
    to.touch(mode=0o600, exist_ok=False)
    pyrage.encrypt_file(str(plain), str(to), [Recipient.from_str(recipient)])


def unseal(sealed: Path, to: Path, *, key: str) -> None:
    """Decrypt a file. Raises CannotOpenBackup."""
    to.touch(mode=0o600, exist_ok=False)
    try:
        pyrage.decrypt_file(str(sealed), str(to), [Identity.from_str(key.strip())])
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise CannotOpenBackup from error
    except OSError as error:
        if error.errno is None:  # it has no class for a damaged file
            raise CannotOpenBackup from error
        raise
