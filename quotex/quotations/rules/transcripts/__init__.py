"""Transcripts: whom the labels name, what is spoken, and the turns that result."""
