"""Whoever has the database must not have the keys: where the ring may lie."""

from pathlib import Path

from django.conf import settings
from django.db import connection


def keys_lie_apart() -> bool:
    """Tell whether the key ring lies neither beside the database nor among the files that are served."""
    folder = Path(settings.KEYRING_PATH).resolve().parent
    held = [Path(settings.MEDIA_ROOT).resolve()]
    if connection.vendor == "sqlite":
        held.append(Path(str(connection.settings_dict["NAME"])).resolve().parent)
    return not any(folder.is_relative_to(place) for place in held)
