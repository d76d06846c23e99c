"""Followers are told what is new when it has been published: a site's own API in, messages through apprise out.

    sending.py    what is new goes to every channel, in order; a failing one keeps its queue; read this first
    news.py       the updates that a built site tells of, read from its files below api/v2: no draft is in them
    queues.py     which updates are known, and what every channel still has to get, in one file outside the site
    channels.py   one address of apprise: it sends and says whether it could, and never shows its address

The addresses hold passwords: they come from the environment, and are written to no file, page or message.
Only sending.py imports channels.py, and late: a publication without news does not wait for apprise to load.
"""
