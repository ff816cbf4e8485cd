"""What is held of schools: each address and each visit is a case of its own; answers have no name."""

from uuid import UUID

from workflows.privacy.registry import register, wordless

from .models import SchoolNews, Visit


def forget_news(case: UUID) -> None:
    """Delete the address with this key."""
    SchoolNews.objects.filter(case=case).delete()


def forget_visit(case: UUID) -> None:
    """Delete the visit with this key."""
    Visit.objects.filter(case=case).delete()


register("toolkits.SchoolNews", "*", forget_news)
register("toolkits.Visit", "*", forget_visit)
wordless("said of a lesson without a name, by people who took part", "toolkits.Evaluation", "toolkits.Proposal")
