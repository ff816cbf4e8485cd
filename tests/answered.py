"""What a champion answers to the four questions, as the form sends it and as the action takes it."""

from workflows.review.enums import Question, Verdict

NOTHING_HERE = dict.fromkeys(Question.values, "nothing")
SOMETHING_HERE = NOTHING_HERE | {"readers": "something", "readers_points": ["readers-1"]}
FOUND = {"readers": {"points": ["readers-1"], "line": ""}}


def answered(verdict: str) -> dict:
    """Return the form's answers that go with a verdict: a "not now" has a reason."""
    return {**(SOMETHING_HERE if verdict == Verdict.NOT_NOW else NOTHING_HERE), "verdict": verdict}


def found_for(verdict) -> dict:
    """Return what a vote with this verdict found."""
    return FOUND if verdict == Verdict.NOT_NOW else {}
