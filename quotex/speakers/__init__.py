"""Who speaks: the speaker that each source stands for."""
