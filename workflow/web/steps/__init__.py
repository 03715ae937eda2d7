"""The steps on a request as forms: what each asks for, and the command that it makes."""
