"""Measuring: what probes saw in, intervals of up, down and unknown out.

    samples.py     the values: Sample, State, and how long a sample holds
    intervals.py   observed: samples or runs of them in, every second of a span in one state out; read this first
    grids.py       a day of samples as a regular grid of bytes, its runs found without looking at single samples
    store.py       Store: samples in one SQLite file, past days as grids
    latencies.py   how long a target took to answer, day by day
    owning.py      one writer per store
    prometheus.py  the same samples from any Prometheus-compatible HTTP API
    places.py      where the store lies; never among the files that are published

Nothing here looks at a clock. A sample holds until the next one, or until twice its step is over; then the state is
unknown, never up.
"""
