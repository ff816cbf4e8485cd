"""What somebody who sends a story may expect, each as a date: an answer, the reading, their page, its day."""

import datetime
from typing import NamedTuple

from workflows.review.models import ChampionReviewTask, PrepareTask, PublishTask
from workflows.review.outlook import days_allowed


class Outlook(NamedTuple):
    """The first date is promised; the others are about right, if nothing has to be asked."""

    answer_by: datetime.date
    read_by: datetime.date
    page_by: datetime.date
    out_by: datetime.date  # if its author says yes on the day they see it


def outlook_from(answer_by: datetime.date) -> Outlook:
    """Return the dates that follow from the promised answer and the days each step may take."""
    days = days_allowed()
    dates = [answer_by]
    for step in (ChampionReviewTask, PrepareTask, PublishTask):
        dates.append(dates[-1] + datetime.timedelta(days=days[step]))
    return Outlook(*dates)
