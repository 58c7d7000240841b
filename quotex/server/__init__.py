"""quotex behind HTTP, on one's own machine: ``quotex serve`` (``pip install "quotex[server]"``).

Requests wait in one line for one thread, which reads what waits together in one run of the
extractor. What would wait too long is refused at once, with 503.
"""
