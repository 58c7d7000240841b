"""``quotex.batch`` on a cluster: under Ray Data (``clusters.ray``) and Spark (``clusters.spark``).

Both are thin: an engine hands out batches, ``guarded.GuardedReader`` reads them. Each needs its
engine: ``pip install "quotex[ray]"`` or ``"quotex[spark]"``, on every machine.
"""
