"""Topics as ticks: an editor chooses from the curated list and never types one."""

from django import forms

from .snippets import Topic


class TopicChoices(forms.CheckboxSelectMultiple):
    """Shows every topic; gives the form field the line of names it reads."""

    def get_context(self, name, value, attrs):
        self.choices = [(topic.name, topic.name) for topic in Topic.objects.all()]
        return super().get_context(name, value, attrs)

    def format_value(self, value):
        """Return the chosen names: of what the page holds, or of what was sent."""
        if isinstance(value, str):
            return self._names(value)
        return [str(getattr(one, "tag", one)) for one in value or []]

    def value_from_datadict(self, data, files, name):
        chosen = super().value_from_datadict(data, files, name)
        return ",".join(f'"{one}"' for one in chosen if one and '"' not in one)

    @staticmethod
    def _names(line: str) -> list[str]:
        return [part.strip('"') for part in line.split('","')] if line else []
