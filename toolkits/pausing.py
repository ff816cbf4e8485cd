"""A lesson or a pack that somebody worries about: out of sight until safeguarding lets it go on."""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from home.errors import gone
from workflows.safeguarding.frozen import frozen_cases


def is_below_a_pause() -> Exists:
    """Return the condition that a page, or a page above it, is paused."""
    paused = Page.objects.filter(translation_key__in=frozen_cases())
    return Exists(paused.filter(path=Substr(OuterRef("path"), 1, Length("path"))))


class Pausable:
    """A mixin before a page model: paused, it is served to nobody. The same page serves again afterwards."""

    def is_paused(self) -> bool:
        """Tell whether this page, or a page above it, is paused."""
        above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        pages = Page.objects.filter(path__in=above)
        return pages.filter(translation_key__in=frozen_cases()).exists()

    def serve(self, request, *args, **kwargs):
        """Serve the page; paused, answer as for everything that is gone, so that nobody learns why."""
        if self.is_paused():
            return gone(request)
        return super().serve(request, *args, **kwargs)
