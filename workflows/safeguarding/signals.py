"""News of freezing, for those above. Receivers only write rows, inside the same transaction."""

from django.dispatch import Signal

case_frozen = Signal()  # case
case_unfrozen = Signal()  # case
