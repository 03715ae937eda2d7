"""What keeps a backup from being taken or restored; words are made at the edge."""

from workflow.services.errors import ServiceError


class BackupUnreadableError(ServiceError):
    """A file is no backup of ours, or it was damaged: `what` says which part."""

    def __init__(self, file: str, what: str) -> None:
        """Keep the file and the part."""
        super().__init__(file, what)
        self.file = file
        self.what = what


class BackupKeyError(ServiceError):
    """A backup is encrypted and no key was given, or another one was."""

    def __init__(self, file: str) -> None:
        """Keep the file; never the key."""
        super().__init__(file)
        self.file = file


class PlaceNotEmptyError(ServiceError):
    """A backup is restored only where nothing is: here something lies already."""

    def __init__(self, place: str) -> None:
        """Keep the place."""
        super().__init__(place)
        self.place = place


class BackupNewerError(ServiceError):
    """A backup was taken by a newer version of the program than this one."""

    def __init__(self, file: str, revision: str) -> None:
        """Keep the file and the revision of its records."""
        super().__init__(file, revision)
        self.file = file
        self.revision = revision


class BackupProgramError(ServiceError):
    """A program of the database server is missing, or it failed and said why."""

    def __init__(self, program: str, said: str) -> None:
        """Keep the program, and the last line that it said."""
        super().__init__(program, said)
        self.program = program
        self.said = said


class BackupProgramMissingError(BackupProgramError):
    """A program of the database server is not installed on this machine."""


def program_error(program: str, said: str) -> BackupProgramError:
    """Return what is wrong with a program of the server: one that is not there says nothing."""
    return (BackupProgramError if said else BackupProgramMissingError)(program, said)
