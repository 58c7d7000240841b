"""quotex over HTTP, on your own machine: ``quotex serve`` (``pip install "quotex[server]"``).

Requests wait in one queue for a single thread, which reads several waiting requests in one run of
the extractor. A request that would wait too long is rejected at once, with 503.
"""
