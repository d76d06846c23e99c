"""Locking: from the names in requirements*.in and package.json to lock files with exact versions and hashes.

In: those files and the package registries. Out: requirements*.txt and package-lock.json, which name no download host.
"""
