"""Who speaks: the speaker that each source refers to."""
