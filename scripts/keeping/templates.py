"""Templates as they were compiled for the build before."""

from jinja2.bccache import Bucket, BytecodeCache

from scripts.keeping.store import Store


class KeptTemplates(BytecodeCache):
    """What a Jinja environment asks for compiled templates; Jinja names them, and hashes the source of each."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self.store.kept(_made_from(bucket))
        if kept is not None:
            bucket.bytecode_from_string(bytes(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.put(_made_from(bucket), bucket.bytecode_to_string())


def _made_from(bucket: Bucket) -> tuple[str, ...]:
    return ("template", bucket.key, bucket.checksum)
