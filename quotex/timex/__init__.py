"""Time expressions: found by patterns over data tables, resolved against the day of publication."""
