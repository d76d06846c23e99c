"""Publishing: agreements and calculators in, the whole site as pages and files out.

    planning.py         drafted(docs, now, tag): what the texts want made, or what is wrong with them; read this first
    plan.py             Plan: what a site consists of beside its chapters, once that is made
    site.py             site(docs, now, tag): every page and file, all chapters made
    page.py             the values: Page, StaticFile, PrintedPage
    chapter.py          what is said of one agreement alone, and the outline of that which the rest must know
    finished.py         pages with relative links, and what their links need to be there
    agreement_pages.py  an agreement's pages; agreement_view.py its clauses, standing.py what is said of its dates
    version_list.py     which version applies to whom and when; version_banner.py which one a page shows
    printed_versions.py the document that a version's PDF is printed from, with nothing of the day in it
    comparison_pages.py what separates a version from the one before, and the page to compare any two
    agreement_lists.py  the list of agreements, a supplier's landing page
    calculator_pages.py a calculator's page, with its worked example
    home.py             the front pages; front_pages.py reads what people wrote for them
    findings.py         the authors' page: what the checker finds, agreement by agreement
    api.py              JSON for machines, and schemas/ for it; structured.py what search engines are told in a page
    atom.py, ical.py    what changes.py knows to have happened, or to be going to, for those who follow
    source_folder.py    writes a site as Markdown files with an mkdocs.yml

agreement_words.py has what is said around an agreement, addresses.py what a page is called from outside, robots.py
what search engines may read.
clause_html.py renders clause text, rule_links.py finds the calculator of a figure, links.py makes addresses relative
and finds broken ones, words.py and words/ hold what the interface says, environment.py renders templates/pages.
Two doors lead out: scripts/mkdocs_door has MkDocs write a plan, scripts/generate writes a site as plain files.
"""
