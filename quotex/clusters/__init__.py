"""``quotex.batch`` on a cluster: under Ray Data (``clusters.ray``) and Spark (``clusters.spark``).

Both are thin: the engine hands out batches, and ``guarded.GuardedReader`` reads them. Each engine
must be installed on every machine: ``pip install "quotex[ray]"`` or ``"quotex[spark]"``.
"""
