"""Where things lie on this machine. Keys, ledger and backups each belong in a safe place of their own."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"  # everything this machine writes: database, media, keys
env = environ.FileAwareEnv()

MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
ACCEL_LOCATION = env.str("ACCEL_LOCATION", default="")  # nginx: an internal location whose alias is MEDIA_ROOT
MAKE_PDFS = env.bool("MAKE_PDFS", default=True)  # False on a server too small for them: teachers print from the page
KEYRING_PATH = Path(env.str("KEYRING_PATH", default=str(VAR / "keyring.json")))
LEDGER_PATH = env.str("LEDGER_PATH", default=str(VAR / "erasures"))  # back it up apart from the database
BACKUP_PATH = env.str("BACKUP_PATH", default=str(VAR / "backups"))
BACKUP_SEAL_PATH = env.str("BACKUP_SEAL_PATH", default=str(VAR / "backup-seal"))  # the half of the key that seals
PAGE_GENERATION = "" if env.str("CACHE_URL", default="") else str(VAR / "generation")  # or in the cache server
