"""What every profile shares. One variable each switches a part: DATABASE_URL, CACHE_URL, EMAIL_URL."""

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from .places import *
from .places import ROOT, VAR, env

SITE_NAME = "Golden Thread"
SHARE_NEEDS_CHECKS = True  # no story is asked for until /desk/opening/ is green
DEMO = False  # True only in the demonstration: its page /demo/, its accounts, its labels

INSTALLED_APPS = [
    "stories",
    "toolkits",
    "workflows.review",
    "workflows.safeguarding",
    "workflows.people",
    "workflows.privacy",
    "home",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "workflows.people.apps.PeopleUsersConfig",
    "wagtail.snippets",
    "wagtail.embeds",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "modelcluster",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "home.middleware.closed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "home.middleware.admin_csp",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "home.middleware.clean_input",
    "workflows.privacy.middleware.hold_keys",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "workflows.people.middleware.SecondStep",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "workflows.review.middleware.explain_refusals",
    "home.middleware.explain_unread",
    "stories.reads.log_admin_reads",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "home.context.site_identity",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR}/db.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "config.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith(".RedisCache"):
    CACHES["default"]["BACKEND"] = "home.pagecache.server.PatientRedis"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

AUTH_USER_MODEL = "people.User"
PROXIES = env.int("PROXIES", default=0)  # how many of our own proxies stand before the server

LANGUAGE_CODE = "en"
KNOWN_LANGUAGES = {
    "en": _("English"),
    "gd": _("Gaelic"),
    "pl": _("Polish"),
    "ar": _("Arabic"),
    "uk": _("Ukrainian"),
    "ur": _("Urdu"),
    "zh-hans": _("Simplified Chinese"),
}
DRAFT_LANGUAGES = ["gd", "pl", "ar"]  # nobody has read these catalogues a second time
OPEN_DRAFTS = env.bool("OPEN_DRAFTS", default=False)
SECOND_READER_REQUIRED = True  # of a translated page, before it goes up
LANGUAGES = [(code, KNOWN_LANGUAGES[code]) for code in env.list("OPEN_LANGUAGES", default=["en"])]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "staticfiles"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"

EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Golden Thread <hello@goldenthread.example>")
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))

DEFAULT_EXCEPTION_REPORTER = "workflows.privacy.logs.WithoutRequest"
DEFAULT_EXCEPTION_REPORTER_FILTER = "workflows.privacy.logs.HideVariables"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "unless_gone": {
            "()": "django.utils.log.CallbackFilter",
            "callback": "ext://workflows.privacy.logs.unless_page_is_gone",
        }
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["unless_gone"],
            "level": "WARNING",
        },
        "mail_admins": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["mail_admins"], "level": "INFO"}},
}

SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview panel frames our own pages
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
CSRF_FAILURE_VIEW = "home.errors.csrf_failure"
LEAVE_TO = "https://www.bbc.co.uk/weather"  # where "Leave this site" leads
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}
REFUSED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"
PERMISSIONS_POLICY: dict[str, list] = {name: [] for name in REFUSED.split()}

from .care import *  # noqa: E402
from .health import *  # noqa: E402
from .pagecache import *  # noqa: E402
from .signin import *  # noqa: E402
from .wagtail import *  # noqa: E402
