"""Distils one encoder for everything: cues, tags, trees and names; see ``models/README.md``."""
