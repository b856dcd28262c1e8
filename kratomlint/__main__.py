"""`python -m kratomlint` is `kratomlint`."""

import sys

from kratomlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
