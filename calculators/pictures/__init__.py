"""Pictures of answers: a timeline, a week of service hours, an uptime among its tiers, an invoice in bands.

In: an answer with its typed values, and a language. Out: a title, SVG as text, and the same facts as rows of words.

A kind names its picture where it is declared (`kind.py`); each picture is one module here with a function `drawn`,
loaded only when an answer has one. Read `picture.py` first; `svg.py` alone writes markup, and escapes what is in it.
"""
