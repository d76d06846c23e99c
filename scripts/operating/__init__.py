"""The operator's commands: they write the files of docs/status, one at a time, checked before anyone can read them.

    incident_command.py, maintenance_command.py   the doors: arguments, the clock, what is printed
    incidents.py, maintenance.py                  each act as a change of one file's text; read these first
    following.py                                  what the measurements may do by themselves to a service's incidents
    desk.py                                       services, terms and files as the acts need them, and saving
    filing.py                                     one writer at a time; a file is the old one or the new one
    document.py                                   the text of an event's file: a key set, an update added
    told.py                                       what the operator has to say, by language, from wherever it comes
    times.py                                      times as people type them
    choosing.py                                   services, impacts, causes and names, with what was likely meant
    telling.py                                    an update added, read back as exactly one
    options.py                                    the options both commands have, and how a command is run
    templates.py                                  ready texts for common incidents, in docs/status/templates
    judgement.py                                  what planned maintenance will count as, by the agreement's clauses
    listing.py                                    the events of a folder, a line each

The format itself is known to scripts/status: whatever is written here is read there before it is put in place.
No module but the doors looks at a clock: the instant is an argument.
"""
