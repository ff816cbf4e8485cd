"""Lists and reports about stories in the admin: for some roles alone."""

from workflows.people.enums import Role
from workflows.privacy.reportlist import ReportList


class StoriesList(ReportList):
    """A list for some roles. Being a superuser is not a role."""

    roles: tuple[Role, ...] = ()

    @classmethod
    def is_for(cls, person) -> bool:
        """Tell whether somebody may open this list."""
        return any(person.has_role(role) for role in cls.roles)
