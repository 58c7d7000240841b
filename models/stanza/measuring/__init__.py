"""How good the models are, and the card that says so."""
