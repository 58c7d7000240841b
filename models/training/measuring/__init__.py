"""How good a trained model is: its confidence, its figures, its card."""
