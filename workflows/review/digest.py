"""One text, one digest: what is covered, and how it is written down so that the same words always count as the same."""

import hashlib
import json
import unicodedata

SCHEME = 2  # of a yes; 2 covers what its author attached
WORDS_SCHEME = 1  # of a vote


def plain(value):
    """Return a value as it counts: text in NFC with one kind of line end, lists and maps throughout."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def digest_of(values: dict, scheme: int = SCHEME) -> str:
    """Return the SHA-256 (hex) of the values under a scheme. Raises KeyError for a scheme nobody knows."""
    return _schemes[scheme](values)


def _numbered(scheme: int):
    def written(values: dict) -> str:
        text = json.dumps(
            {"scheme": scheme, **plain(values)}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        return hashlib.sha256(text.encode()).hexdigest()

    return written


_schemes = {scheme: _numbered(scheme) for scheme in (1, 2)}
