"""The view of an article that the rules read, and the engines that produce it."""
