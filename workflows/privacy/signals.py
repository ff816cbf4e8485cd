"""The minute: sent by `manage.py tick`. Each app's receivers do what has come due; none may delay or stop another."""

from django.dispatch import Signal

minute = Signal()  # now: when this tick began
