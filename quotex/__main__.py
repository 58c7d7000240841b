"""Lets ``python -m quotex`` stand for ``quotex``."""

from quotex.cli.app import main

if __name__ == "__main__":
    main()
