"""What a suggestion may say: not nothing, not the same, with a reason; and spelling changes spelling alone."""

import difflib
import re

from django.utils.translation import gettext as _

from .drafting import refuse_long
from .enums import BYLINE, HEADLINE, SuggestionKind
from .errors import Refused

LONGEST_CHUNK = 60  # letters that may differ in one place and still be a slip of the pen
ALIKE = 0.6  # how much of the letters in such a place stay as they were


def parts_of(draft) -> dict[str, str]:
    """Return the parts of a draft one may suggest something for, by name. A name nobody chose is not one."""
    named = {BYLINE: draft.byline} if draft.byline else {}
    return {HEADLINE: draft.headline, **named, **dict(draft.paragraphs)}


def refuse_proposal(draft, part: str, after: str, reason: str, kind: SuggestionKind) -> None:
    """Raise Refused, in words for the suggester, for what can't be laid before an author."""
    now = parts_of(draft)[part]
    if after == now or (not after and kind != SuggestionKind.MUST):
        raise Refused(_("Your suggestion is empty or the same as the author’s words."))
    refuse_long(draft, part, after)
    if not reason and kind != SuggestionKind.SPELLING:
        raise Refused(_("Please say why, in a few words. The author reads it beside your suggestion."))
    if kind == SuggestionKind.SPELLING and not is_spelling_only(now, after):
        raise Refused(_("This changes more than the spelling. Please choose “A suggestion”, and say why."))


def is_spelling_only(before: str, after: str) -> bool:
    """Tell whether two texts differ in slips of the pen alone: letters within a word, full stops, blanks, capitals."""
    old, new = _words(before), _words(after)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        left, right = "".join(old[a:b]), "".join(new[c:d])
        if left == right:
            continue
        if max(len(left), len(right)) > LONGEST_CHUNK or difflib.SequenceMatcher(None, left, right).ratio() < ALIKE:
            return False
    return True


def _words(text: str) -> list[str]:
    return [word for word in (re.sub(r"\W|_", "", part).casefold() for part in text.split()) if word]
