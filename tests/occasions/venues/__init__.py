"""Tests of quotex/occasions/venues."""
