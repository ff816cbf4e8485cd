"""News of a review, for those above. Receivers only write rows, inside the same transaction."""

from django.dispatch import Signal

step_started = Signal()  # state: the StepState that has just begun
changes_suggested = Signal()  # case
story_sealed = Signal()  # case
publishing_planned = Signal()  # case, at
story_published = Signal()  # case
round_ended = Signal()  # case; without a change
returned_to_author = Signal()  # case
promise_moved = Signal()  # case, due_on
