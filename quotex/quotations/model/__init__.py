"""The trained model: a small encoder that marks cues, and a second look at each of them."""
