"""Reads articles from files and web pages."""
