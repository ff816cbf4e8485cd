"""An author's answer made true in the draft: the one place where the review changes a page's words."""

from django.utils.translation import gettext as _

from .enums import BYLINE, FILES, HEADLINE, Answer
from .errors import Refused
from .models import Suggestion

CHANGES = (Answer.USE, Answer.OWN, Answer.LEAVE_OUT)
AT_ONCE = (Answer.USE, Answer.LEAVE_OUT)


def undo(draft, suggestion: Suggestion) -> None:
    """Put back what an earlier answer changed."""
    if suggestion.answer in CHANGES and not suggestion.is_beside:
        put(draft, suggestion.paragraph, suggestion.before)


def lay(draft, suggestion: Suggestion) -> None:
    """Change the draft as the answer says; own words are laid in once they have been read."""
    if suggestion.is_beside:
        draft.put_addition(suggestion.paragraph, _beside(suggestion))
    elif suggestion.answer in AT_ONCE:
        put(draft, suggestion.paragraph, suggestion.after if suggestion.answer == Answer.USE else "")


def put(draft, part: str, text: str) -> None:
    """Put a text in the place of a part."""
    if part == HEADLINE:
        draft.headline = text
    elif part == BYLINE:
        draft.byline = text
    elif part in FILES:
        draft.put_attached(part, text)
    elif part in dict(draft.paragraphs):
        draft.put_paragraph(part, text)
    else:
        draft.put_addition(part, text)


def refuse_long(draft, part: str, text: str) -> None:
    """Refuse a title or a name that the page has no room for."""
    if part in (HEADLINE, BYLINE) and len(text) > draft._meta.get_field(part).max_length:
        raise Refused(
            _("That is too long for a title. Please make it shorter.")
            if part == HEADLINE
            else _("That is too long for a name. Please make it shorter.")
        )


def _beside(suggestion: Suggestion) -> str:
    if suggestion.answer in (Answer.KEEP, Answer.LEAVE_OUT):
        return ""
    if suggestion.answer == Answer.OWN and suggestion.confirmed_at:
        return suggestion.own_words
    return suggestion.after or suggestion.before
