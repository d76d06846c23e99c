"""Another status page's history in, files of docs/status out; what cannot be carried over whole is said, never guessed.

    import_command.py   the door: arguments, the clock, what is printed
    entries.py          what every format is read into: an Entry, or a KeptOut with its reason; read this first
    cstate.py           a content folder of cState: one Markdown file for each issue
    statuspage.py       answers of Statuspage's API v2: incidents.json and scheduled-maintenances.json
    upptime.py          a repository of Upptime: history/summary.json, and its GitHub issues as issues.json
    composing.py        an entry as the text of one of our files, read back by the reader that builds the page
    delivering.py       all sound files put in place, or none; names that are taken; the report

A time without a zone, a component nobody mapped, an end before the start: such an entry is kept out and reported.
"""
