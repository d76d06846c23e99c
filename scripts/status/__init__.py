"""The status page: docs/status in, whole HTML documents out, counted by the same calculators as a customer's credit.

    reading.py     read_status: services.yml, incidents/ and maintenance/, with every problem of every file
    model.py       the values: Service, Incident, Maintenance, Update, Suffered, Status
    outages.py     what an event is to the contract: outages, planned windows, unknown time
    measured.py    what probes saw where no event speaks
    disagreements.py  where an operator's incident and the measurements tell of different times
    books.py       a service's month, every second in its class, and the calculator's answer to the same outages
                   (credit_inputs.py: what it is asked)
    guarantee.py   whether a month keeps its guarantee and what credit it gives, as far as that can be said
    responses.py   how fast an incident was answered, against the clause on response times
    rules.py       what the terms say of a service in a month, and the answers they give, each asked for once
    months/        closed months: frozen figures, chained records, evidence that can be computed anew
    ledger.py      all books as they stand at an instant; read this after the model
    settled.py     since when a page tells of nothing still to come, and so does not grow old
    pages.py       pages_of: path and text of every file of the section

Reading: services.py, incidents.py and maintenance.py (both over event_files.py), updates.py, fields.py,
instants.py, text.py.
Showing: days.py, states.py, pictures.py; views/ makes ready strings, voice.py and words/ say them in three languages,
framing.py and environment.py print them with templates/status,
addresses.py knows where pages live, sharing.py deals the books and pages of a long history out to several processes.
For machines and followers: machines/ makes the API and the feeds; text.py sanitises what operators write, once.
No module looks at a clock: the instant is an argument.
"""
