"""A draft as two people will see it, in the editor: the public, and its author before their yes."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from .additions import named
from .proof import article_of

AS_PUBLIC, AS_AUTHOR = "", "author"  # Wagtail's own name of a page's first preview is empty


class Previewed:
    """A mixin of stories: the editor chooses between the two above the preview."""

    preview_modes = [(AS_PUBLIC, _("As the public sees it")), (AS_AUTHOR, _("As its author sees it"))]

    def serve_preview(self, request, mode_name):
        """Show the page as it will look, or as it stands before its author; neither has a press that does anything."""
        if mode_name != AS_AUTHOR:
            return super().serve_preview(request, mode_name)
        added = [named(name, text) for name, text in self.additions()]
        context = {"page": self, "article": article_of(self, request), "added": added}
        return TemplateResponse(request, "stories/admin/as_author.html", context)
