"""Choosing among the sessions of a pack by what the address says. Nonsense in it chooses nothing."""

from django.utils.translation import gettext as _

from home.languages import written_name

from .enums import Level, Setting

NAMES = ("level", "stage", "code", "minutes", "prepare", "setting", "language", "screen")


class Choice:
    """What can be chosen among these sessions, and what the address has chosen."""

    def __init__(self, data, sessions):
        self.sessions = sessions
        self.languages = _languages(sessions)
        self.options = {name: list(options) for name, options in self._options() if len(options) > 1}
        self.chosen = {name: data.get(name, "") for name in NAMES}
        self.chosen = {name: value for name, value in self.chosen.items() if self._is_offered(name, value)}

    def __bool__(self):
        return bool(self.chosen)

    def _options(self):
        of = self.sessions
        yield "level", {one.level: Level(one.level).label for one in of}.items()
        yield "stage", [(stage, stage) for stage in dict.fromkeys(one.stage for one in of)]
        yield "code", [(code, code) for code in sorted({code for one in of for code in one.codes.split(", ")})]
        yield "minutes", _at_most(one.minutes_to_run for one in of)
        yield "prepare", _at_most(one.minutes_to_prepare for one in of)
        yield "setting", {one.setting: Setting(one.setting).label for one in of}.items()
        yield "language", [(code, written_name(code)) for code in sorted(set().union(*self.languages.values(), ()))]

    def _is_offered(self, name: str, value: str) -> bool:
        if name == "screen":
            return value == "no"
        return value in {key for key, _label in self.options.get(name, ())}

    @property
    def fields(self) -> list[dict]:
        """Return each question with its options, for the form."""
        labels = {
            "level": _("Level"),
            "stage": _("Stage"),
            "code": _("Code"),
            "minutes": _("Lesson takes at most"),
            "prepare": _("Ready in at most"),
            "setting": _("Room"),
            "language": _("Sheets in"),
        }
        return [
            {"name": name, "label": labels[name], "options": options, "value": self.chosen.get(name, "")}
            for name, options in self.options.items()
        ]

    def of(self, parts) -> list:
        """Return the parts with those of their sessions that fit; while something is chosen, no empty part."""
        if not self:
            return parts
        narrowed = [(part, [one for one in sessions if self.fits(one)]) for part, sessions in parts]
        return [(part, sessions) for part, sessions in narrowed if sessions]

    @property
    def number(self) -> int:
        return sum(map(self.fits, self.sessions))

    def fits(self, session) -> bool:
        """Tell whether a session is what was chosen."""
        return all(getattr(self, f"_fits_{name}")(session, value) for name, value in self.chosen.items())

    def _fits_level(self, session, value):
        return session.level == value

    def _fits_stage(self, session, value):
        return session.stage == value

    def _fits_code(self, session, value):
        return value in session.codes.split(", ")

    def _fits_minutes(self, session, value):
        return session.minutes_to_run <= int(value)

    def _fits_prepare(self, session, value):
        return session.minutes_to_prepare <= int(value)

    def _fits_setting(self, session, value):
        return session.setting == value

    def _fits_language(self, session, value):
        return value in self.languages[session.pk]

    def _fits_screen(self, session, value):
        return bool(session.no_screen.strip())


def _at_most(minutes) -> list[tuple[str, str]]:
    return [(str(number), _("%d minutes") % number) for number in sorted(set(minutes))]


def _languages(sessions) -> dict[int, set[str]]:
    """Return the languages each session can be had in: its page's, and those of its files. One query."""
    found = {one.pk: {one.locale.language_code} for one in sessions}
    if sessions:
        files = type(sessions[0]).resources.rel.related_model.objects.filter(session__in=found)
        for key, language in files.values_list("session", "language").distinct():
            found[key].add(language)
    return found
