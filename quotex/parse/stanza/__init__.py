"""The Stanza engine and its installed models."""
