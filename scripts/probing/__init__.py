"""Probing: targets named in a file of their own in, samples in the store of scripts/measuring out.

    configuration.py  probe.yml: what is checked, how often, how patiently; the file never lies among published ones
    secrets.py        the environment variables that the file may use
    checks.py         one check of one target: HTTP, TCP, TLS, DNS; read this first
    confirming.py     a failure counts when every further try fails too
    rounds.py         all targets at once, as samples; unknown where the probe itself is cut off
    cadence.py        round after round, whatever the clock and the disk do
    command.py        scripts/probe

Reasons are for the operator: they are kept in the store and never published. No reason holds a header or a secret.
"""
