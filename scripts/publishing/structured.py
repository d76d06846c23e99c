"""What a search engine is told of an agreement in its own terms: JSON-LD with the words of schema.org."""

from datetime import timedelta

from scripts.agreements.lock import text_sha256
from scripts.agreements.model import Agreement, Supplier, Version
from scripts.publishing.addresses import Addresses
from scripts.publishing.api import version_path

CONTEXT = "https://schema.org"


def structured_version(agreement: Agreement, version: Version, addresses: Addresses) -> dict[str, object]:
    """A version as a document of its supplier: since when it applies, what it took over from, its hash."""
    before = agreement.version_before(version)
    document = {
        "@type": "DigitalDocument",
        "url": addresses.of(version.href),
        "name": version.title,
        "description": version.summary,
        "inLanguage": agreement.supplier.language,
        "version": version.name,
        "datePublished": (version.announced_on or version.recorded_on).isoformat(),
        "temporalCoverage": _coverage(agreement, version),
        "publisher": _organization(agreement.supplier, addresses),
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": text_sha256(version)},
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/json",
            "contentUrl": addresses.of(version_path(version)),
        },
    }
    earlier = {"isBasedOn": addresses.of(before.href)} if before else {}
    return {"@context": CONTEXT, "@graph": [document | earlier, _crumbs(agreement, version, addresses)]}


def structured_supplier(supplier: Supplier, addresses: Addresses) -> dict[str, object]:
    """A supplier as an organization."""
    return {"@context": CONTEXT, **_organization(supplier, addresses), "description": supplier.about}


def _organization(supplier: Supplier, addresses: Addresses) -> dict[str, object]:
    return {"@type": "Organization", "name": supplier.name, "url": addresses.of(f"agreements/{supplier.id}/")}


def _coverage(agreement: Agreement, version: Version) -> str:
    """The days it applies, as an ISO 8601 interval; two dots where an end is open or unknown."""
    begins, after = agreement.in_force_from(version), agreement.version_after(version)
    return f"{begins or '..'}/{after.first_day - timedelta(days=1) if after else '..'}"


def _crumbs(agreement: Agreement, version: Version, addresses: Addresses) -> dict[str, object]:
    supplier = agreement.supplier
    places = [(supplier.name, f"agreements/{supplier.id}/"), (version.title, f"agreements/{agreement.id}/")]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": addresses.of(path)}
        for number, (name, path) in enumerate(places, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
