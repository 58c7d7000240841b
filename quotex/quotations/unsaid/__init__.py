"""Words that look like cues but report nothing: set phrases, deeds, rules, suppositions."""
