"""Transcripts: who the labels name, what is spoken, and the turns that come of it."""
