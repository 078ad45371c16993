"""`python -m lupusdiary` is the command `lupusdiary`."""

import sys

from lupusdiary.cli import main

if __name__ == "__main__":
    sys.exit(main())
