"""What stories do when they hear news of the review. Only rows are written, inside the same transaction."""

from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import GroupPagePermission, Workflow, WorkflowPage

from workflows.people.enums import Role
from workflows.privacy.enums import LetterKind
from workflows.privacy.letters import LINKS
from workflows.privacy.signals import minute
from workflows.review import signals as review
from workflows.review.models import AuthorSealTask
from workflows.safeguarding.signals import case_frozen, case_unfrozen

from .actions import erase_taken_back
from .adult_letters import forget_old_addresses, link_in_letter
from .claims import forget_old_claims
from .complaining import erase_settled, watch_complaints
from .endings import ask_again, end_what_ran_out, erase_expired
from .holding_off import keep_drafts
from .letters import write_to_author
from .models import StoriesIndexPage
from .promises import promise_news, watch_pauses, watch_submissions
from .submission import Submission
from .swapping import forget_unneeded


def _tell(case, kind):
    submission = Submission.objects.filter(case=case).first()
    if submission:
        write_to_author(submission, kind)


@receiver(review.step_started)
def tell_that_it_is_your_turn(sender, state, **kwargs):
    """Write to the author when the page is with them, unless they are here and have just begun a round themselves."""
    if issubclass(sender, AuthorSealTask) and not state.was_begun_by_author:
        _tell(state.page.case, LetterKind.CHANGES_SUGGESTED)


@receiver([review.changes_suggested, review.returned_to_author])
def tell_that_something_waits(sender, case, **kwargs):
    """Write to the author when something new waits for them."""
    _tell(case, LetterKind.CHANGES_SUGGESTED)


@receiver(review.publishing_planned)
def tell_the_day(sender, case, **kwargs):
    """Write to the author that a day is set."""
    _tell(case, LetterKind.PUBLISHING_SOON)


@receiver(review.story_published)
def tell_that_it_is_out(sender, case, **kwargs):
    """Write to the author that the page can be read."""
    _tell(case, LetterKind.STORY_PUBLISHED)


@receiver([review.story_published, review.round_ended])
def erase_old_files(sender, case, **kwargs):
    """Erase pictures and recordings that no page shows any more."""
    forget_unneeded(case)


@receiver(review.promise_moved)
def tell_the_new_date(sender, case, **kwargs):
    """Write to the author that a promise could not be kept and has a new date."""
    _tell(case, LetterKind.PROMISE_MOVED)


@receiver(case_frozen)
def promise_news_of_a_pause(sender, case, **kwargs):
    """Give the author of a paused story a date."""
    promise_news(case)


@receiver(case_unfrozen)
def erase_what_was_taken_back(sender, case, **kwargs):
    """Erase a story whose author took it back while a concern was open."""
    erase_taken_back(case=case)


@receiver(post_save, sender=StoriesIndexPage)
def open_section(sender, instance, created, raw, **kwargs):
    """Put a new language's stories under "Story review", and let editors change, not publish, there."""
    if not created or raw:
        return
    WorkflowPage.objects.get_or_create(page=instance, defaults={"workflow": _story_review()})
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    editors = Group.objects.get(name=Role.EDITOR)
    GroupPagePermission.objects.get_or_create(group=editors, page=instance, permission=change)


def _story_review() -> Workflow:
    """Return the review at which authors are asked, whatever it is called by now."""
    return Workflow.objects.filter(active=True, workflow_tasks__task__in=AuthorSealTask.objects.all()).first()


LINKS[LetterKind.ADULT_ASKED] = link_in_letter


@receiver(minute)
def forget_what_is_over(sender, **kwargs):
    """Forget claims of lost words whose time is over, and addresses of adults who are asked nothing any more."""
    forget_old_claims()
    forget_old_addresses()


@receiver(minute)
def keep_drafts_in_a_pause(sender, **kwargs):
    """Let no draft run out while no new stories are taken."""
    keep_drafts()


@receiver(minute)
def watch_endings(sender, **kwargs):
    """Ask authors whose yes ends soon, and end each yes that has run out."""
    ask_again()
    end_what_ran_out()


@receiver(minute)
def erase_what_expired(sender, **kwargs):
    """Erase what has been kept as long as it may be."""
    erase_expired()


@receiver(minute)
def watch_answers(sender, **kwargs):
    """Watch the promised answers to what was sent, and the promised news of what is paused."""
    watch_submissions()
    watch_pauses()


@receiver(minute)
def watch_clocks(sender, **kwargs):
    """Watch the clocks of complaints, and erase those settled long ago."""
    watch_complaints()
    erase_settled()
