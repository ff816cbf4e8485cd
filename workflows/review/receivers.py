"""What the review does each minute: publish what is due, watch promises, look for readers."""

from django.dispatch import receiver

from workflows.privacy.signals import minute
from workflows.safeguarding.signals import case_unfrozen

from .additions import propose_additions
from .early import lay_what_waited
from .enums import Outcome
from .keeping import forget_ended
from .models import AuthorSealTask, PrepareTask, Suggestion
from .outcomes import forget_old_news, tell_readers
from .pleas_now import watch_pleas
from .promises import look_for_readers, plan_anew, publish_what_is_due, watch_promises
from .reminding import give_time_back, remind_readers
from .signals import step_started, story_published
from .summaries import write_summaries


@receiver(step_started)
def lay_own_changes(sender, state, **kwargs):
    """Take up what the author changed while champions read, before anybody looks at the page again."""
    if issubclass(sender, PrepareTask | AuthorSealTask):
        lay_what_waited(step=state)


@receiver(step_started)
def ask_about_additions(sender, state, **kwargs):
    """Ask the author about what an editor put beside the words, when the page comes to them.

    What was noted to learn by goes first: it was never for them.
    """
    if issubclass(sender, AuthorSealTask):
        Suggestion.objects.filter(case=state.page.case, practice=True).delete()
        propose_additions(step=state)


@receiver(minute)
def publish(sender, **kwargs):
    """Publish what has come due; first of all, because an author waits for exactly this minute."""
    publish_what_is_due()


@receiver(minute)
def watch(sender, **kwargs):
    """Warn of promises about to break, and move those that broke; let nobody wait for a reader who can't answer."""
    watch_promises()
    watch_pleas()


@receiver(case_unfrozen)
def plan_the_day_anew(sender, case, **kwargs):
    """Publish nothing in the minute a pause ends, and give readers their days again."""
    plan_anew(case)
    give_time_back(case)


@receiver(story_published)
def tell_that_it_is_out(sender, case, **kwargs):
    """Tell those who read it that it was published."""
    tell_readers(case, Outcome.PUBLISHED)


@receiver(minute)
def write_to_champions(sender, now, **kwargs):
    """Write to each champion once in a while what waits for them."""
    write_summaries(now)
    forget_old_news()


@receiver(minute)
def find_readers(sender, **kwargs):
    """Remind readers, then offer stories that lack one."""
    remind_readers()
    look_for_readers()


@receiver(minute)
def forget_half_written(sender, **kwargs):
    """Keep nothing half written of a reading that is over, whichever way it ended."""
    forget_ended()
