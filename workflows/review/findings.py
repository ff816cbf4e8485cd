"""What a reader found by the policy's four questions, kept with their vote. Part of the actions."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from .enums import Verdict
from .errors import Refused, Stale
from .models import Findings, Policy, Reading, Suggestion, Vote

LONGEST_LINE = 500  # signs


def refuse_findings(policy: Policy | None, found: Mapping[str, dict], verdict: Verdict) -> None:
    """Raise what stands in the way of a vote with these findings.

    Stale for a question or point that the version does not have, or a version nobody approved; Refused for a "not
    now" that no question made so, and for a finding that says nothing.
    """
    if found and not policy:
        raise Stale
    if policy and policy.approved_at is None:
        raise Stale
    known = {asked.key: {name for name, _point in asked.points} for asked in policy.questions} if policy else {}
    for key, one in found.items():
        if key not in known or not set(one.get("points", ())) <= known[key]:
            raise Stale
        if not one.get("points") and not one.get("line", "").strip():
            raise Refused(_("Say what is there: choose a point, or write one line."))
        if len(one.get("line", "")) > LONGEST_LINE:
            raise Refused(_("One line is enough. Please make it shorter."))
    if verdict == Verdict.NOT_NOW and not found:
        raise Refused(_("Say which of the four questions makes it not ready: choose “Something here” at one of them."))


def refuse_contradiction(reading: Reading, verdict: Verdict) -> None:
    """Raise Refused where a verdict and the reader's own suggestions contradict each other."""
    suggested = Suggestion.objects.unanswered().filter(case=reading.case, made_by=reading.champion_id).exists()
    if verdict == Verdict.FINE and suggested:
        raise Refused(_("You made suggestions. Choose “Fine, with my suggestions”, or remove them first."))
    if verdict == Verdict.FINE_WITH_SUGGESTIONS and not suggested:
        raise Refused(_("You made no suggestion. Choose “Fine as it is”, or suggest a change first."))


def note_findings(*, vote: Vote, policy: Policy | None, found: Mapping[str, dict]) -> None:
    """Keep what was found with the vote and the version of the policy that was asked. Called inside `cast_vote`."""
    if policy:
        kept = {
            key: {"points": sorted(one.get("points", ())), "line": one.get("line", "").strip()}
            for key, one in found.items()
        }
        Findings.objects.create(case=vote.reading.case, vote=vote, policy=policy, found=kept)
