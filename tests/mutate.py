"""Takes one guard away at a time, in a copy of the tree: some test must notice. Run by `make mutate`.

A guard is a file, the text that guards, what stands there without it, and the tests that must fail. Add a line when a
rule gets a new guard; words after `make mutate ARGS=` choose guards by rule or file.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
NOTICED, UNNOTICED = 1, 0  # pytest's exit codes: some test failed, all passed


class Guard(NamedTuple):
    rule: str
    file: str
    text: str
    without: str
    tests: str


REVIEW = "tests/workflows/review"
SEALABLE = "workflows/review/sealable.py"
GATE, FINISH, STEPS = f"{REVIEW}/test_gate.py", f"{REVIEW}/test_finish.py", f"{REVIEW}/test_steps.py"
GUARD, ANSWERING = "workflows/review/guards.py", "workflows/review/answering.py"
STORIES, ACCEPT, GONE = "stories/actions.py", "tests/stories/test_accept.py", "tests/stories/test_gone.py"
PANELS, EDITORS, ANSWERS = "stories/panels.py", "tests/stories/test_admin.py", f"{REVIEW}/test_answers.py"
READERS, PRIVATE = "workflows/people/rules.py", "workflows/privacy/models.py"
KEEPING, KEPT = "workflows/safeguarding/", "tests/workflows/safeguarding/"
RECORDS = "workflows/privacy/appendonly.py"
PAUSING, PAUSED = "toolkits/pausing.py", "tests/toolkits/test_pausing.py"
HERE, FOUND = "workflows/review", "workflows/review/findings.py"
COVERAGE, COVERED = "workflows/review/coverage.py", f"{REVIEW}/test_coverage.py"
DRAFTING = "workflows/review/drafting.py"
PEOPLE, RECOVERING = "tests/workflows/people", "workflows/people/recovering.py"
HANDS = f"{REVIEW}/test_hands.py"
SIGNING = f"{PEOPLE}/test_second_step.py"
SWAPPED = "tests/stories/test_swapping.py"
EARLY, CHANGED = f"{REVIEW}/test_early.py", "tests/stories/test_changing_sent.py"
USES = "tests/stories/test_uses.py"
NAMED = f"{REVIEW}/test_named.py"
LASTING, LAST = "workflows/privacy/lasting.py", f"{REVIEW}/test_rows_last.py"
GUARDED = "workflows/privacy/guards.py"
CONCERN, WORRIES = "workflows/safeguarding/models.py", "tests/workflows/safeguarding/test_worries_last.py"
OWN = "suggestion.answer == Answer.OWN and suggestion.confirmed_at:"
LOCKED = "\n        submission = Submission.objects.select_for_update().filter(case=case).first()\n        end_consent"
ASKED, LEARNING = f"{REVIEW}/test_assignment.py", f"{REVIEW}/test_learning.py"
HEADERS = "tests/test_headers.py"
GUARDS = (
    Guard("8", "workflows/review/coverage.py", "reading__beside=False, ", "", f"{REVIEW}/test_learning.py"),
    Guard("8", "workflows/review/obstacles.py", "(Obstacle.MET, person.met)", "(Obstacle.MET, False)", ASKED),
    Guard("8", "workflows/review/placing.py", "one.pk != person.pk", "True", f"{REVIEW}/test_placing.py"),
    Guard("8", "workflows/review/rules.py", "    if is_learning(person):\n        return False\n", "", LEARNING),
    Guard("9", "workflows/review/obstacles.py", "person.pvg)", "True)", ASKED),
    Guard("1", "workflows/review/models.py", "return self.filter(practice=False)", "return self.all()", LEARNING),
    Guard("8", "workflows/review/obstacles.py", "person.paused or person.avoids", "person.paused", ASKED),
    Guard("1", PANELS, "        WordsPanel(", '        FieldPanel("headline"), WordsPanel(', EDITORS),
    Guard("1", PANELS, "        WordsPanel(", '        FieldPanel("body"), WordsPanel(', EDITORS),
    Guard("1", DRAFTING, "elif suggestion.answer in AT_ONCE:", "else:", f"{REVIEW}/test_answering.py"),
    Guard("2", SEALABLE, "if not (whole and seal and agreed", "if not (whole and agreed", GATE),
    Guard("2", SEALABLE, "if result.alias_of_id or result.go_live_at or result.expire_at:", "if False:", GATE),
    Guard("2", SEALABLE, "if result.case != case and (stored or AgeMark.of(result.case) is None):", "if False:", GATE),
    Guard("2", SEALABLE, "if page.digest(page.seal_scheme) == page.sealed_with:", "if True:", GATE),
    Guard("2", "stories/models.py", "if not (intact or self.is_public()):", "if False:", GATE),
    Guard("2", "workflows/review/finish.py", "if draft.matching_seal() is None:", "if False:", FINISH),
    Guard("2", GUARD, "pre_save.connect(refuse_unsealed_pages, sender=Page)", "pass", GATE),
    Guard("2", GUARD, "if instance.approved_go_live_at and", "if False and", GATE),
    Guard("2", GUARD, "    if kept:", "    if False:", STEPS),
    Guard("2", "workflows/review/finish.py", ".specific.is_due:", ".specific.is_due and False:", FINISH),
    Guard("2", PRIVATE, "if self.stands:", "if False:", "tests/workflows/privacy/test_wording.py"),
    Guard("2", "stories/admin_api.py", "    @transaction.atomic\n", "", "tests/stories/test_parents.py"),
    Guard("5", "stories/lists/base.py", "if not self.is_for(", "if False and (", "tests/stories/test_lists.py"),
    Guard("3", PRIVATE, ".exclude(ends_on__lt=timezone.localdate())", "", "tests/stories/test_endings.py"),
    Guard("3", "stories/models.py", " | ~models.Q(translation_key__in=agreed_cases())", "", USES),
    Guard("2", SEALABLE, "if scheme > 1:", "if True:", "tests/stories/test_beside.py"),
    Guard("2", "workflows/review/coverage.py", "and beside", "", "tests/stories/test_beside.py"),
    Guard("2", "stories/views/shown.py", "pk in story.attached_keys and", "", "tests/stories/test_beside.py"),
    Guard("2", "workflows/review/named.py", "agreed and (until is None or", "agreed and (True or", NAMED),
    Guard("2", "workflows/review/named.py", "mine.shown_since <= vote.cast_at", "True", NAMED),
    Guard("5", READERS, "person.has_role(Role.DELIVERY) and", "True or", "tests/workflows/people/test_private_line.py"),
    Guard("7", "workflows/review/outcomes.py", "if not is_frozen(case):", "if True:", f"{REVIEW}/test_outcomes.py"),
    Guard("6", "workflows/privacy/actions.py", "    check_ledger()", "", "tests/workflows/privacy/test_ledger.py"),
    Guard("3", STORIES, "remove_pages(case)", "None", GONE),
    Guard("3", STORIES, f"with transaction.atomic(durable=True):{LOCKED}", f"if True:{LOCKED}", GONE),
    Guard("3", GUARD, "if not removing.is_given():", "if False:", GONE),
    Guard("4", STORIES, "live=False,", "live=True,", "tests/stories tests/workflows/review/test_road.py"),
    Guard("4", STORIES, "headline=submission.headline,", "headline=f'{submission.contact}'[:120],", ACCEPT),
    Guard("4", STORIES, "submission.byline if submission.appear == Appear.CHOSEN else", "submission.byline or", ACCEPT),
    Guard("4", STORIES, 'submission.headline = submission.words = submission.byline = ""', "pass", ACCEPT),
    Guard("7", CONCERN, "return self.closed_at is not None", "return True", WORRIES),
    Guard("7", CONCERN, '"closed_at" in values or', "", WORRIES),
    Guard("7", CONCERN, "and not (self.closed_by and can_unfreeze(self.closed_by))", "and False", WORRIES),
    Guard("2", GUARDED, "if not (deciding.is_given() or instance.may_go()):", "if False:", LAST),
    Guard("2", LASTING, "if not deciding.is_given() and self.refuses(values):", "if False:", LAST),
    Guard("2", GUARDED, "for name in sender.lasting if name in stored", "for name in ()", LAST),
    Guard("3", GUARDED, "for name in sender.moments if stored.get(name)", "for name in ()", LAST),
    Guard("8", "workflows/review/models.py", 'return stored["state"] == ReadingState.STEPPED', "return 0", LAST),
    Guard("7", SEALABLE, "if is_frozen(result.case):", "if False:", GATE),
    Guard("7", "workflows/review/finish.py", "if is_frozen(page.case):", "if False:", FINISH),
    Guard("7", "workflows/review/cases.py", "if is_frozen(", "if False and is_frozen(", REVIEW),
    Guard("7", KEEPING + "actions.py", "and length_of(case) > seen:", "and False:", KEPT),
    Guard("7", KEEPING + "recording.py", "        if length_of(case) > seen:", "        if False:", KEPT),
    Guard("7", PAUSING, "        if self.is_paused():", "        if False:", PAUSED),
    Guard("7", "toolkits/models/sessions.py", "~is_below_a_pause(), ", "", PAUSED),
    Guard("6", RECORDS, "        if not self._state.adding:", "        if False:", KEPT),
    Guard("6", RECORDS, "    if not forgetting.is_given():", "    if False:", KEPT),
    Guard("4", "stories/sending.py", "if closed := closed_now():", "if False:", "tests/stories/test_pausing_new.py"),
    Guard("8", FOUND, "if verdict == Verdict.NOT_NOW and not found:", "if False:", f"{REVIEW}/test_findings.py"),
    Guard("8", FOUND, "if policy and policy.approved_at is None:", "if False:", f"{REVIEW}/test_findings.py"),
    Guard("8", f"{HERE}/policy.py", "        if self.stands:", "        if False:", f"{REVIEW}/test_policy.py"),
    Guard("8", f"{HERE}/keeping.py", "if reading.state not in HELD:", "if False:", f"{REVIEW}/test_keeping.py"),
    Guard("8", f"{HERE}/tidying.py", "    if wrong:\n", "    if False:\n", f"{REVIEW}/test_tidying.py"),
    Guard("8", "workflows/review/actions.py", ".words_digest() != digest:", ".words_digest() is None:", REVIEW),
    Guard("8", "workflows/review/actions.py", "if draft.digest() != digest:", "if False:", REVIEW),
    Guard("8", ANSWERING, "if not can_check(person, AgeMark.of(suggestion.case)):", "if False:", ANSWERS),
    Guard("8", COVERAGE, OWN, "suggestion.answer == Answer.OWN:", COVERED),
    Guard("8", COVERAGE, "or text in answered.get(name, ()) for name", "or True for name", SWAPPED),
    Guard("8", "workflows/review/early.py", "isinstance(step.task.specific, ChampionReviewTask)", "False", EARLY),
    Guard("8", ANSWERING, "(PrepareTask, AuthorSealTask)", "(ChampionReviewTask, PrepareTask, AuthorSealTask)", EARLY),
    Guard("4", STORIES, "if seen is not None and seen != seen_of", "if False and seen != seen_of", CHANGED),
    Guard("4", "stories/rewriting.py", "or submission.state not in UNDECIDED:", ":", CHANGED),
    Guard("9", STORIES, "if not may_be_accepted(submission):", "if False:", ACCEPT),
    Guard("staff", "workflows/people/middleware.py", " or lacks_second_step(request, person)", "", SIGNING),
    Guard("staff", "workflows/people/codes.py", "or now <= app.data.get(LAST, 0)", "", SIGNING),
    Guard("staff", "workflows/people/factors.py", "seal_bytes(staff_key(), ", "(lambda *words: words[0])(", SIGNING),
    Guard("staff", READERS, "return address.startswith(PEOPLE_AND_RIGHTS)", "return False", f"{PEOPLE}/test_fresh.py"),
    Guard("staff", READERS, 'if asked.get("export") or', "if", f"{PEOPLE}/test_fresh.py"),
    Guard("staff", "workflows/people/models.py", ":{self.sessions_ended}", "", f"{PEOPLE}/test_ending.py"),
    Guard("staff", RECOVERING, "or by.pk == recovery.started_by_id", "", f"{PEOPLE}/test_recovering.py"),
    Guard("staff", RECOVERING, "or recovery.ready_at > timezone.now()", "", f"{PEOPLE}/test_recovering.py"),
    Guard("staff", "workflows/people/tries.py", "if browser:", "if False:", f"{PEOPLE}/test_tries.py"),
    Guard("8", "workflows/review/assignment.py", "person.pk not in barred", "True", HANDS),
    Guard("staff", "workflows/people/middleware.py", " and _has_one_elsewhere(request)", " and False", SIGNING),
    Guard("8", ANSWERING, " and may_lend_a_hand(person, Hand.CONFIRMS, suggestion.case)", "", HANDS),
    Guard("12", "home/middleware.py", "own or response.status_code >= 400", "False", HEADERS),
    Guard("12", "home/middleware.py", '"img-src": [SELF, "data:", "blob:"]', '"script-src": ["*"]', HEADERS),
    Guard("12", "home/pagecache/kept.py", "min(shared, LONGEST_SHARED)", "shared", "tests/home/test_cache_server.py"),
    Guard("12", "home/pagecache/keys.py", "if has_session(", "if 0 and has_session(", "tests/home/test_page_cache.py"),
    Guard("5", "home/errors.py", " and name not in NEVER_BACK", "", "tests/stories/test_could_not.py"),
    Guard("9", READERS, "age_mark.band == Band.ADULT or is_q", "True or is_q", "tests/workflows/people"),
)  # fmt: skip


def main(words: list[str]) -> int:
    """Try every chosen guard; print what came of it. Returns how many went unnoticed or are not there any more."""
    chosen = [guard for guard in GUARDS if not words or {guard.rule, guard.file} & set(words)]
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_of_the_tree(Path(folder))
        wrong = 0
        for guard in chosen:
            result = try_without(guard, tree)
            wrong += result != "noticed"
            print(f"rule {guard.rule}  {result:<12}  {guard.file}: {guard.text.strip()}", flush=True)
    return wrong


def copy_of_the_tree(folder: Path) -> Path:
    """Copy what git knows, and nothing this machine wrote."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def try_without(guard: Guard, tree: Path) -> str:
    """Run a guard's tests without it, and put it back. Returns what came of it in a word or two."""
    path = tree / guard.file
    whole = path.read_text()
    if guard.text not in whole:
        return "not there"
    path.write_text(whole.replace(guard.text, guard.without))
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *guard.tests.split()]
    code = subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode
    path.write_text(whole)
    return {NOTICED: "noticed", UNNOTICED: "UNNOTICED"}.get(code, f"error {code}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
