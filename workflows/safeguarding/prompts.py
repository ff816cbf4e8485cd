"""What a concern's record asks. Nothing here is compulsory but to say whom one told and why, or why nobody.

Source: National Guidance for Child Protection in Scotland 2021 (updated 2023), part 3.1 and Appendix H; Adult Support
and Protection (Scotland) Act 2007, section 3. The words are our own. A new prompt is a new line here and nowhere else.
"""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .enums import Basis, SafeNow, Told


class Prompt(NamedTuple):
    """One thing to write down: its key in the record, the question, a line of help, what may be chosen."""

    key: str
    label: str
    help: str = ""
    choices: type | None = None
    many: bool = False


PERSON = (
    Prompt("called", _("What are they called, if you know?")),
    Prompt("age", _("How old are they, if you know?")),
    Prompt("home", _("Where do they live, as far as you know?")),
    Prompt("carers", _("Who looks after them or lives with them?")),
    Prompt("school", _("Which school, college or work?")),
    Prompt("talk", _("What helps to talk with them?"), _("Their language, their culture, a disability.")),
)
WORRY = (
    Prompt("nature", _("What are you worried about?"), _("Their own words, if you can. No guesses.")),
    Prompt("light", _("How and when did you learn of it?")),
    Prompt("cause", _("Did anybody say who is behind it?")),
    Prompt("where", _("Where are they now, and how are they?")),
    Prompt("safe", _("Are they safe right now?"), "", SafeNow),
)
TELLING = (
    Prompt("told", _("Whom did you tell?"), _("Tick all."), Told, many=True),
    Prompt("told_when", _("When, and whom did you speak to?"), _("The time, a name, a reference number.")),
    Prompt("basis", _("On what ground?"), "", Basis),
    Prompt("why", _("Why did you tell them, or why nobody?")),
)
NEXT = (Prompt("outcome", _("What was decided, and what comes next?")),)
GROUPS = (
    ("person", _("The person"), PERSON),
    ("worry", _("The worry"), WORRY),
    ("telling", _("Who was told"), TELLING),
    ("next", _("What comes next"), NEXT),
)
PROMPTS = {prompt.key: prompt for _key, _title, prompts in GROUPS for prompt in prompts}


def in_words(answers: dict) -> list[tuple[str, str]]:
    """Return (question, answer) of an entry in the order of the prompts, choices in words."""
    return [
        (str(prompt.label), _said(prompt, answers[prompt.key])) for prompt in PROMPTS.values() if prompt.key in answers
    ]


def _said(prompt: Prompt, value) -> str:
    if prompt.choices is None:
        return value
    known = dict(prompt.choices.choices)
    chosen = value if prompt.many else [value]
    return ", ".join(str(known.get(key, key)) for key in chosen)
