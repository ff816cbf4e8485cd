"""Logs and error reports without anybody's words: an exception's text, a form's data and a variable may quote them.

Of an exception a log keeps its class and where it was raised: file, line and function of each frame.
"""

import logging
import traceback

from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

HIDDEN = "hidden"
INDEXING = ("modelsearch.tasks.insert_or_update_object_task", "wagtail.tasks.update_reference_index_task")


def without_words(error: BaseException | None) -> str:
    """Return the class of an exception and its frames, of its causes as well; never their text."""
    lines = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames] + [type(error).__name__]
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


class QuietRecord(logging.LogRecord):
    """A log record that lets go of an exception's text, in its arguments and its traceback, before anyone sees it."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        error = exc_info[1] if exc_info else None
        super().__init__(name, level, pathname, lineno, _quiet(msg), args, None, func, None, **kwargs)
        if isinstance(self.args, tuple):
            self.args = tuple(map(_quiet, self.args))
        if error is not None:
            self.exc_text = without_words(error)


def _quiet(value):
    return type(value).__name__ if isinstance(value, BaseException) else value


def unless_page_is_gone(record) -> bool:
    """Leave out an index task whose page was taken back before the worker came to it: there is nothing to index."""
    missing = record.name == "django_tasks" and (record.exc_text or "").endswith("DoesNotExist")
    return not (missing and any(name in record.getMessage() for name in INDEXING))


class HideVariables(SafeExceptionReporterFilter):
    """Keeps every value that a function held out of an error report, a developer's own included."""

    def is_active(self, request):
        return True

    def get_traceback_frame_variables(self, request, tb_frame):
        return [(name, HIDDEN) for name in tb_frame.f_locals]


class WithoutRequest(ExceptionReporter):
    """An error report that knows no request (no address, no cookie, no query, no form) and lists no settings."""

    def __init__(self, request, *args, **kwargs):
        super().__init__(None, *args, **kwargs)

    def get_traceback_data(self):
        return super().get_traceback_data() | {"settings": {}}
