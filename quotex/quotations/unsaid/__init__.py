"""Words that look like cues but report nothing: set phrases, actions, rules, conditions."""
