"""Distils one encoder for cues, tags, trees and names; see ``models/README.md``."""
