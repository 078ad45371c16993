"""The command line: the verbs of the window for scripts, tests and preparation."""

from lupusdiary.cli.main import main as main
