"""Help lines as every page shows them: read once, kept in the cache, never absent."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Line:
    """One help line as plain values, ready for a component."""

    name: str
    text: str  # as it stands in the bar
    number: str  # as it stands in a box, and as it is pressed
    href: str
    about: str = ""


# Stands where the list is empty, and word for word in 500.html, where no database answers.
LAST_RESORT = (
    Line("Childline", "Childline 0800 1111", "0800 1111", "tel:08001111", _("under 19 · free · day and night")),
    Line("Samaritans", "Samaritans 116 123", "116 123", "tel:116123", _("any age · free · day and night")),
    Line(
        "Shout",
        _("Text SHOUT to 85258"),
        _("Text SHOUT to 85258"),
        "sms:85258?body=SHOUT",
        _("any age · free · day and night"),
    ),
    Line(_("Life in danger"), _("Life in danger: call 999"), "999", "tel:999"),
)
