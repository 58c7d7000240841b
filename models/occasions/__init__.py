"""The recipe for the weights of clause 13 of the law of inheritance; see ``models/README.md``."""
