"""Wagtail's choosers without a script inside the page, so that the admin's content policy can forbid all of those.

Everything else that Wagtail starts by an inline script is overridden in templates/wagtailadmin/; of a chooser that
script is written in Python. What starts it instead is static/js/admin.js.
"""

import json
import re

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser

CALL = re.compile(r"^(?:new )?(\w+)\((.*)\);$", re.DOTALL)


def starter(name: str, words: list) -> str:
    """Return what static/js/admin.js starts: a name it knows, and what that is called with."""
    return format_html("<template data-start='{}' data-with='{}'></template>", name, json.dumps(words))


def render(self, name, value, attrs=None, renderer=None):
    """Return a chooser's field and, as plain data, how it is to be started. Raises TypeError without an id."""
    if not (attrs and attrs.get("id")):
        raise TypeError("BaseChooser cannot be rendered without an 'id' attribute")
    data = self.get_value_data(value)
    call = CALL.match(self.render_js_init(attrs["id"], name, data))
    return self.render_html(name, data, attrs) + starter(call[1], json.loads(f"[{call[2]}]"))


BaseChooser.render = render
