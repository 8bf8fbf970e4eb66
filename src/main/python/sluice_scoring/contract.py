"""What the server and what it serves agree on."""


class Refusal(Exception):
    """The request is not what run() can take: answered with this status and message, and not as the script's failure."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.message = message


class ScoringTimeout(BaseException):
    """Raised by the alarm in run(). Not an Exception, for scripts like to catch those."""
