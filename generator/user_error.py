"""The error that ends a command with a sentence for the user and an exit status."""

from generator.exit_status import ExitStatus


class UserError(Exception):
    """Ends a command: `text` says what is wrong and what to do, `exit_status` is what the process ends with.

    `text` is a template in English with `{name}` places, filled from `values`; the command line
    translates it and prints it (cli.main), so nobody else needs to catch it.  A problem in the content
    is a Problem, not an error: it does not end anything.
    """

    def __init__(
        self, text: str, exit_status: ExitStatus = ExitStatus.WRONG_USE, /, **values: object
    ) -> None:
        super().__init__(text, exit_status)  # so that it can be pickled between processes
        self.text = str(text)
        self.exit_status = exit_status
        self.values = values

    def __str__(self) -> str:
        return self.text.format_map(self.values)
