"""All lists and reports about stories, in the order of the menu."""

from .answers import AnswersReport
from .concerns import ConcernsList
from .ending import EndingList
from .outdated import OutdatedList
from .readers import ReadersReport
from .refusals import RefusalsReport
from .suggestions import SuggestionsList
from .times import TimesReport
from .under_way import UnderWayList

LISTS = (
    UnderWayList,
    SuggestionsList,
    ConcernsList,
    EndingList,
    OutdatedList,
    TimesReport,
    ReadersReport,
    AnswersReport,
    RefusalsReport,
)
