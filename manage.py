#!/usr/bin/env python
"""The same as the `kith` console script."""

from kith.cli.main import main

if __name__ == "__main__":
    main()
