"""Generating: the site as plain source files in a folder, for a site generator other than ours.

In: a folder that does not exist yet, and the day. Out: that folder, filled. Read first: command.py; the work is done by
scripts/publishing.
"""
