"""Spreadsheets that do nothing when opened: a cell that begins as a formula does is written as text."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value):
    """Return a cell's value with an apostrophe before what a spreadsheet would run. Source: OWASP, CSV injection."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA) else value


class HarmlessExport:
    """A mixin before Wagtail's report view, whose own CSV export writes formulas as they are."""

    def preprocess_field_value(self, field, value, export_format):
        return harmless(super().preprocess_field_value(field, value, export_format))
