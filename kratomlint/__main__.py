"""`python -m kratomlint` is `kratomlint`."""

import sys
from pathlib import Path

# Python looks for modules in the working folder first, and what lies in a linted repository is never run.
if __name__ == "__main__" and not sys.flags.safe_path and Path(sys.path[0]).resolve() != Path(__file__).parents[1]:
    del sys.path[0]

from kratomlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
