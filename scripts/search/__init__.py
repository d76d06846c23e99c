"""Search: the clauses of a site in, the files that the search in the browser reads out.

    records.py      what is known of each clause that can be found, as JSON among the site's files
    clause_text.py  the words of a clause without its Markdown; questions.py what people ask about it
    index.py        index(site, cache): the records in, Pagefind's files and our vocabulary out; read this first
    stubs.py        a record as the small HTML page that Pagefind reads; keys.py values to filter by
    compounds.py    the words that longer words end with
    vocabulary.py   what the browser knows of all texts before it has read any; words.py the words of a text
    pagefind.py     runs the Pagefind program

Publishing makes the records, both of its doors have them indexed. The other half of the search is in
templates/assets/javascripts/search/; tests/search/queries.yml says what it has to find.
"""
