"""A lesson or a pack that somebody worries about: out of sight until safeguarding lets it go on."""

from uuid import UUID

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction

from home.errors import gone
from workflows.safeguarding.frozen import frozen_cases


def is_below_a_pause() -> Exists:
    """Return the condition that a page, or a page above it, is paused."""
    paused = Page.objects.filter(translation_key__in=frozen_cases())
    return Exists(paused.filter(path=Substr(OuterRef("path"), 1, Length("path"))))


def frozen() -> frozenset[UUID]:
    """Return the keys of all that is paused at this moment; one query."""
    return frozenset(frozen_cases().values_list("case", flat=True))


class Pausable:
    """A mixin before a page model: paused, it is served to nobody. The same page serves again afterwards."""

    frozen_now: frozenset[UUID] | None = None  # read once while the page is served

    def is_paused(self) -> bool:
        """Tell whether this page, or a page above it, is paused; one query while nothing anywhere is."""
        return self._is_among(frozen())

    def _is_among(self, cases: frozenset[UUID]) -> bool:
        return bool(cases) and Page.objects.filter(path__in=self._line(), translation_key__in=cases).exists()

    def _line(self) -> list[str]:
        return [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]

    def serve(self, request, *args, **kwargs):
        """Serve the page; paused, answer as for everything that is gone, so that nobody learns why."""
        self.frozen_now = frozen()
        if self._is_among(self.frozen_now):
            return gone(request)
        return super().serve(request, *args, **kwargs)

    def get_view_restrictions(self):
        """Return what closes this page or one above it; packs have no aliases, so paths say it in one query."""
        return PageViewRestriction.objects.filter(page__path__in=self._line())
