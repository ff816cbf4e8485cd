"""What people holds of a case: the age mark. Everything else here is about those who work here."""

from uuid import UUID

from workflows.privacy.registry import register, wordless

from .models import AgeMark


def forget_age(case: UUID) -> None:
    """Delete the age mark; without one, nobody may read anything of the case."""
    AgeMark.objects.filter(case=case).delete()


register("people.AgeMark", "*", forget_age)
wordless("people who work here; authors have no account", "people.User", "mfa.*")
wordless("a keyed hash of today, gone within hours", "people.SignInTry.key")
