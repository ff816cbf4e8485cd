"""What people holds of a case: an age mark; and what is private of a volunteer, under a key of its own."""

from uuid import UUID

from workflows.privacy.registry import register, wordless

from .models import AgeMark, CallWish, LineMessage, PrivateLine, SubjectsToAvoid, TimeGiven


def forget_age(case: UUID) -> None:
    """Delete the age mark; without one, nobody may read anything of the case."""
    AgeMark.objects.filter(case=case).delete()


def forget_line(case: UUID) -> None:
    """Delete a volunteer's line and what hangs on it: messages, a wish to be called, time given, what they avoid."""
    for model in (LineMessage, CallWish, TimeGiven, SubjectsToAvoid, PrivateLine):
        model.objects.filter(case=case).delete()


register("people.AgeMark", "*", forget_age)
for _name in ("LineMessage", "CallWish", "TimeGiven", "SubjectsToAvoid"):
    register(f"people.{_name}", "*", forget_line)
wordless("a name a volunteer made up for everybody to read", "people.Champion.made_up_name")
wordless("codes of languages a volunteer reads", "people.Champion.languages")
wordless("people who work here; authors have no account", "people.User", "mfa.*")
wordless("a keyed hash of today, gone within hours", "people.SignInTry.key")
