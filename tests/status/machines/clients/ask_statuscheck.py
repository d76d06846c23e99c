"""Asks the status page at the address given as PyPI's statuscheck asks the ones it knows."""

import json
import sys

from statuscheck.services.bases._statuspageio import BaseStatusPageAPI


class Ours(BaseStatusPageAPI):
    """A page that is not on the provider's own domain."""

    name = "Paragraf"

    def _get_base_url(self) -> str:
        return f"{sys.argv[1]}/api/v2/"


print(json.dumps(Ours().get_summary().as_dict()))
