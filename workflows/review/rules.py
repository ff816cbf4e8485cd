"""Who may read, suggest, vote and prepare, and what a vote needs."""

from workflows.people.enums import Role
from workflows.people.rules import can_read_age, can_read_as_champion, is_learning

from .enums import HELD, Answer, ReadingState, SuggestionKind


def can_open_reading(person, reading, age_mark) -> bool:
    """Tell whether a champion may open a reading: their own, still before them, and qualified today."""
    return reading.champion_id == person.pk and reading.state in HELD and can_read_as_champion(person, age_mark)


def can_prepare(person, age_mark) -> bool:
    """Tell whether an editor may see and prepare a case's words."""
    return person.has_role(Role.EDITOR) and can_read_age(person, age_mark)


def can_check(person, age_mark) -> bool:
    """Tell whether somebody may read what nobody has let in yet, and suggest at any step: safeguarding alone."""
    return person.has_role(Role.SAFEGUARDING) and can_read_age(person, age_mark)


def can_see_readers(person) -> bool:
    """Tell whether somebody may see who reads what, without a word of it: safeguarding and editors."""
    return person.has_role(Role.SAFEGUARDING) or person.has_role(Role.EDITOR)


def can_place(person) -> bool:
    """Tell whether somebody may decide who reads a story: safeguarding alone."""
    return person.has_role(Role.SAFEGUARDING)


def can_confirm(person, suggestion, age_mark) -> bool:
    """Tell whether a champion may confirm changed words: no learner, not its suggester, nor who knows them."""
    if is_learning(person):
        return False
    stepped_away = person.readings.filter(case=suggestion.case, state=ReadingState.STEPPED_AWAY).exists()
    return can_read_as_champion(person, age_mark) and suggestion.made_by_id != person.pk and not stepped_away


def can_answer_plea(person, asked, age_mark) -> bool:
    """Tell whether a champion may say if a part can stay: asked and not answered yet, qualified today, no learner."""
    is_theirs = asked.reader_id == person.pk and asked.answered_at is None
    return is_theirs and not is_learning(person) and can_read_as_champion(person, age_mark)


def is_answerable(suggestion, answer, *, is_headline: bool) -> bool:
    """Tell whether an answer fits: a title isn't left out; nor is kept what can't be published, unless withdrawn."""
    if answer == Answer.KEEP:
        return suggestion.kind != SuggestionKind.MUST or suggestion.withdrawn_at is not None
    if answer == Answer.USE:
        return bool(suggestion.after)
    if answer == Answer.LEAVE_OUT:
        return not is_headline and suggestion.kind != SuggestionKind.ADDED  # which is left out by not keeping it
    return answer == Answer.OWN
