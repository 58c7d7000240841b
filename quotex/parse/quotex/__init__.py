"""quotex's own engine: one encoder for tags, trees and names, whose states the detector reads."""
