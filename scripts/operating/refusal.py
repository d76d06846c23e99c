"""What a command says when it does nothing."""


class Refused(Exception):
    """The command changed nothing; the message says what was wrong and what to type instead."""
