"""The demonstration and a developer's own machine: `make run`. The second step can be tried; invented people only."""

from pathlib import Path

import environ

environ.Env.read_env(Path(__file__).resolve().parents[3] / "var" / "env")  # written once by `make run`

from .base import *  # noqa: E402
from .base import INSTALLED_APPS, VAR, env  # noqa: E402

VAR.mkdir(exist_ok=True)

DEMO = env.bool("DEMO", default=True)
SHARE_NEEDS_CHECKS = not DEMO  # the demonstration asks nobody real
DEMO_RECORD = VAR / "demo.json"
INSTALLED_APPS = ["config", *INSTALLED_APPS]  # for `manage.py seed`
WAGTAILADMIN_BASE_URL = f"http://localhost:{env.int('PORT', default=8000)}"
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
WHITENOISE_USE_FINDERS = True  # no collecting of static files before a first look
STATIC_ROOT = None
SECOND_STEP_REQUIRED = env.bool("SECOND_STEP_REQUIRED", default=False)
