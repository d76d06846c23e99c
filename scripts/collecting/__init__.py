"""Collecting: the raw samples of a Prometheus-compatible server in, the same samples in our store out.

    configuration.py  collect.yml: the server, and the series of each target
    collecting.py     collected: what the store lacks, and the last hours once more; read this first
    command.py        scripts/collect

The store stays the one place that books are made from, whoever measures. What the server still holds fills any gap
that the collector's own absence left.
"""
