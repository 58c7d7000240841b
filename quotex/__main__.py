"""Runs the command line: ``python -m quotex`` is the same as ``quotex``."""

from quotex.cli.app import main

if __name__ == "__main__":
    main()
