"""What the house says around an agreement's text in one language: a page prints its own and carries the others."""

from collections.abc import Mapping
from datetime import date

from scripts.agreements.model import Agreement, Version
from scripts.publishing.dates import shown_date
from scripts.publishing.rule_links import rule_links
from scripts.publishing.standing import standing, standing_words
from scripts.publishing.words import words

AROUND = (
    *("restated", "fictional", "permanent", "part_of", "contents", "compute", "compute_with", "copy_link", "copied"),
    *("to_in_force", "to_coming", "to_changes", "to_changed", "to_previous", "to_next", "to_versions", "as_pdf"),
    *("is_added", "is_gone"),
)


def words_around_agreement(
    agreement: Agreement, version: Version, listed: Mapping[str, str], today: date, language: str
) -> dict[str, str]:
    """Every word that the page of a version may print or say, by the name it goes by there.

    `listed` is what the list of versions says, which is the same on the pages of all of them.
    """
    own = words(language)
    said = {key: own["agreement"][key] for key in AROUND}
    said["agreements"] = own["agreements"]["title"]
    said["standing"] = standing_words(agreement, version, today, language)
    said["banner"] = own["agreement"].get(f"is_{standing(agreement, version, today)}", "")
    after = agreement.version_after(version)
    if after:
        said["coming"] = own["agreement"]["coming"].format(day=shown_date(after.first_day, language))
    return said | listed | {link.word: link.titles[language] for link in rule_links(version)}
