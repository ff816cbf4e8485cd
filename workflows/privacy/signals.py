"""News of privacy, for those above. None of the minute's receivers may delay or stop another."""

from django.dispatch import Signal

minute = Signal()  # now: when this tick of `manage.py tick` began; each app does what has come due
use_given = Signal()  # case, use: somebody said yes to one use of their story
use_withdrawn = Signal()  # case, use: that yes was ended by its author, ran out, or went with the story
