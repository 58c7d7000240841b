"""Words that look like cues and say nothing: set phrases, deeds, rules, suppositions."""
