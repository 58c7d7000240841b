"""What a rule or a model takes along that is no part of what was said or of who said it."""
