"""Finds the Chromium that browser tests drive; run as a program, installs Debian's where it may."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")
MISSING = "No Chromium here: set CHROMIUM=/path/to/one, or install it (Debian: apt-get install chromium)."


def find() -> str | None:
    """Return the path of a Chromium: the one CHROMIUM names, else the first of the usual names."""
    asked = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [asked] if asked else NAMES)), None)


def install() -> None:
    """Install Debian's chromium, as root or through a sudo that asks nothing; elsewhere do nothing."""
    if not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if sudo and not shutil.which("sudo"):
        return
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([*sudo, "apt-get", "-q", *command], check=False, **quiet)


if __name__ == "__main__":
    if not find() and not os.environ.get("CHROMIUM"):
        install()
    if not find():
        sys.exit(MISSING) if os.environ.get("CI") else print(f"{MISSING} Browser tests are skipped.")
