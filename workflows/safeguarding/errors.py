"""What stands in the way of a record."""


class Unread(Exception):
    """Somebody else wrote in this record meanwhile: that is read before one goes on."""
