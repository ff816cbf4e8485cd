"""The languages somebody may write in, each by its own name; the site itself need not be open in them."""

from django.utils.translation import gettext_lazy as _

ANOTHER = "und"  # BCP 47: undetermined
WRITTEN = (
    ("en", "English"),
    ("sco", "Scots"),
    ("gd", "Gàidhlig"),
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("hi", "हिन्दी"),
    ("it", "Italiano"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
    (ANOTHER, _("Another language")),
)


def written_name(code: str) -> str:
    """Return a language's own name, or its code where the list has none."""
    return str(dict(WRITTEN).get(code, code))
