"""The status section for machines and followers, as text at paths: nothing here is asked for twice or counted anew.

    files.py        files_for_machines: path and text of everything below
    statuspage.py   the objects of Atlassian Statuspage's API, version 2
    api.py          /api/v2/*.json, those objects in the files that its clients ask for
    feeds.py        /feeds/status/: incidents to follow, which atom.py, rss.py and json_feed.py write down
    calendar.py     /feeds/status/maintenance.ics: planned maintenance to subscribe to
    badges.py       /status/<service>/badge.svg and badge.json, for pages elsewhere and for shields.io
    banner.py       /status/banner/: one line for a frame on another page

Shared: feed.py (what every format of a feed says), feed_addresses.py (where feeds stand), ids.py (ids that stay the
same for ever), instants.py (when things became known and when they last changed).
"""
