"""A real site: everything secret from the environment, HTTPS only, hashed static files."""

from .base import *
from .base import env

SECRET_KEY = env.str("SECRET_KEY").strip()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = ["^-/"]  # probes ask on the machine itself
OLDEST_BACKUP_S = env.int("OLDEST_BACKUP_S", default=26 * 60 * 60)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # Wagtail's preview frames our own pages; frame-ancestors keeps others out
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
KNOWN_BROWSER_COOKIE = "__Host-known"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
