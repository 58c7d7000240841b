"""Tables of articles as people have them: cells to articles, with a notice where one is odd."""
