"""The worker in Chromium: it starts, tells how far it is, answers, and survives whatever its store does to it."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route

from scripts.testing.browser import watch

ASK = """async ([request, terms]) => {
  const ready = await calculators.ready;
  return {ready, answer: await calculators.answer(request, terms), progress};
}"""
STORE = 'await (await navigator.storage.getDirectory()).getDirectoryHandle("paragraf-calculators", {create: true})'
STORED = f"""async () => {{
  const names = [];
  for await (const name of ({STORE}).keys()) names.push(decodeURIComponent(name));
  return names;
}}"""
HASH = 32  # bytes at the head of what is stored
MEMORY = HASH + 3 * 4  # where the snapshot begins, after the lengths of the three parts

# Keep the last message of each kind that the worker sends.
OVERHEAR = """
const Silent = window.Worker;
window.overheard = {};
window.Worker = class extends Silent {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({data}) => Object.assign(overheard, data));
  }
};
"""


def tampering(damage: str, honest: bool) -> str:
    """JavaScript that changes the bytes of what is stored; `honest`: and its hash with them."""
    return f"""async () => {{
      const store = {STORE};
      const [name] = await Array.fromAsync(store.keys());
      const file = await store.getFileHandle(name);
      const damage = (bytes) => {damage};
      const bytes = damage(new Uint8Array(await (await file.getFile()).arrayBuffer()));
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.subarray({HASH})));
      if ({str(honest).lower()}) bytes.set(digest);
      const writer = await file.createWritable();
      await writer.write(bytes);
      await writer.close();
    }}"""


class Visitor:
    """Somebody with one browser profile who opens the asking page and puts the bundle's own question to it."""

    def __init__(self, context: BrowserContext, address: str, selfcheck: dict[str, str]) -> None:
        self.context, self.address = context, address
        self.question = [json.loads(selfcheck["request"]), json.loads(selfcheck["terms"])]

    def visit(self) -> dict[str, Any]:
        """Open the page and ask; what was ready, the answer and the progress. Nothing may be logged as an error."""
        page, faults = self.context.new_page(), []
        watch(page, faults)
        page.goto(self.address)
        found = page.evaluate(ASK, self.question)
        assert faults == []
        assert found["answer"]["response"]["result"]["response_by"] == "2026-05-15T10:00"
        return found

    def visit_and_save(self) -> None:
        """Visit, and wait until a snapshot is stored and the page knows of it."""
        self.visit()
        self.page.wait_for_function("() => localStorage.getItem('paragraf.python')")

    def alter_worker(self, prefix: str) -> None:
        """Run a line before the worker's own code: a browser that lacks something."""

        def handle(route: Route) -> None:
            response = route.fetch()
            route.fulfill(response=response, body=f"{prefix}\n{response.text()}")

        self.context.route("**/worker.mjs", handle)

    @property
    def page(self):
        return self.context.pages[-1]


@pytest.fixture
def visitor(new_context, asking_site, selfcheck) -> Visitor:
    return Visitor(new_context(), asking_site, selfcheck)


def test_it_answers_and_tells_how_far_it_is(visitor, bundle_folder):
    """Progress counts the real bytes of the bundle's files, then names the start."""
    sizes = json.loads((bundle_folder / "bundle.json").read_text("utf-8"))["sizes"]
    found = visitor.visit()
    loading = [each for each in found["progress"] if each["stage"] == "loading"]
    assert found["ready"] == {"restored": False, "because": ""}
    assert {each["total"] for each in loading} == {sum(sizes.values())}
    assert [each["loaded"] for each in loading] == sorted(each["loaded"] for each in loading)
    assert found["progress"][-1]["stage"] == "starting"


def test_it_shows_what_the_build_shows(visitor):
    """The answer brings the response and the ready strings of the page."""
    answer = visitor.visit()["answer"]
    assert answer["response"]["status"] == "ok"
    assert answer["view"]["headline"]


def test_it_restores_a_snapshot_on_the_second_visit(visitor):
    visitor.visit_and_save()
    found = visitor.visit()
    assert found["ready"] == {"restored": True, "because": ""}
    assert found["progress"][-1]["stage"] == "restoring"


@pytest.mark.parametrize(
    ("damage", "honest"),
    [
        ("bytes.fill(7, 5000, 9000)", False),
        (f"bytes.slice(0, {MEMORY})", True),
        ("bytes.slice(0, 0)", False),
        (f"bytes.fill(255, {MEMORY} + 20000)", True),
    ],
    ids=["altered", "only a head", "empty", "all ones"],
)
def test_it_starts_afresh_when_a_snapshot_is_unsound(visitor, damage, honest):
    """Damage is noticed by the hash; bytes that hash as they should but do not come to life are noticed by trying."""
    visitor.visit_and_save()
    visitor.page.evaluate(tampering(damage, honest))
    found = visitor.visit()
    assert found["ready"]["restored"] is False
    assert found["ready"]["because"] != ""
    assert visitor.page.evaluate(STORED) == []


def test_it_starts_afresh_when_the_restored_interpreter_answers_wrongly(visitor):
    """The bundle's own question, asked of the restored interpreter, has to give the hash that the build wrote down."""
    visitor.visit_and_save()

    def expect_another_answer(route: Route) -> None:
        bundle = route.fetch().json()
        route.fulfill(json=bundle | {"selfcheck": bundle["selfcheck"] | {"sha256": "0" * 64}})

    visitor.context.route("**/bundle.json", expect_another_answer)
    assert visitor.visit()["ready"] == {"restored": False, "because": "the restored interpreter answers wrongly"}


def test_it_forgets_the_snapshots_of_older_bundles(visitor):
    """Only its own: another site of the same host keeps what it has."""
    put = f"""async (keys) => {{
      for (const key of keys) await ({STORE}).getFileHandle(encodeURIComponent(key), {{create: true}});
    }}"""
    visitor.context.new_page().goto(visitor.address)
    visitor.page.evaluate(put, ["/assets/python/older/", "/other/assets/python/older/"])
    visitor.visit()
    visitor.page.wait_for_function(f"async () => !(await ({STORED})()).includes('/assets/python/older/')")
    assert "/other/assets/python/older/" in visitor.page.evaluate(STORED)


def test_it_saves_no_snapshot_that_could_not_be_restored(visitor):
    """Memory that has grown does not come back: such a visitor starts from the bundle next time too."""
    page = visitor.context.new_page()
    page.add_init_script(OVERHEAR)
    page.goto(visitor.address)
    page.evaluate("([request, terms]) => calculators.answer({rule: 'x'.repeat(2e7)}, terms)", visitor.question)
    page.wait_for_function("() => window.overheard?.snapshot")
    assert "grown" in page.evaluate("overheard.snapshot")
    assert page.evaluate(STORED) == []


@pytest.mark.parametrize(
    "browser_lacks",
    [
        "Object.defineProperty(navigator, 'storage', {value: undefined});",
        "StorageManager.prototype.getDirectory = async () => { throw new DOMException('not here', 'SecurityError'); };",
        "FileSystemSyncAccessHandle.prototype.write = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        "FileSystemSyncAccessHandle.prototype.read = () => { throw new DOMException('broken', 'InvalidStateError'); };",
        "Object.defineProperty(crypto, 'subtle', {value: undefined});",
    ],
    ids=["no private files", "closed to us", "storage full", "store unreadable", "no hashes"],
)
def test_it_answers_in_a_browser_that_keeps_nothing(visitor, browser_lacks):
    visitor.alter_worker(browser_lacks)
    assert visitor.visit()["ready"]["restored"] is False
    assert visitor.visit()["ready"]["restored"] is False


@pytest.mark.parametrize(
    ("missing", "reason"), [("worker.mjs", "could not be started"), ("pyodide.asm.wasm", "404"), ("bundle.json", "404")]
)
def test_it_says_plainly_that_it_cannot_start(visitor, missing, reason):
    """Both who waits for the start and who waits for an answer are told, now and later."""
    visitor.context.route(f"**/{missing}", lambda route: route.fulfill(status=404))
    visitor.context.new_page().goto(visitor.address)
    told = visitor.page.evaluate(
        """async () => {
          const heard = (promise) => promise.then(() => "no error", (error) => error.message);
          const early = heard(calculators.answer({}, {}));
          return [await heard(calculators.ready), await early, await heard(calculators.answer({}, {}))];
        }"""
    )
    assert len(set(told)) == 1
    assert reason in told[0]


def test_it_goes_on_after_a_request_that_fails(visitor):
    """A failure belongs to the request that caused it, and is told as one."""
    visitor.visit()
    told = visitor.page.evaluate(
        """async ([request, terms]) => {
          const broken = calculators.answer(request, {"self/check": {supplier: {time_zone: "Europe/Oslo"}}});
          const error = await broken.then(() => "no error", ({message}) => message);
          return [error, (await calculators.answer(request, terms)).response.status];
        }""",
        visitor.question,
    )
    assert told[0] not in ("no error", "")
    assert told[1] == "ok"
