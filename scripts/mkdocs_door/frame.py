"""What stands around a page: rendered once for all pages of a kind, with gaps for what each of them says itself."""

import json
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from scripts.mkdocs_door.files import page_file
from scripts.mkdocs_door.kept import templates
from scripts.publishing.page import Page

OWN = ("meta", "title", "extra")  # what the head says of a page itself, in templates/partials
SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"  # around the name of a gap


def use_templates(env: jinja2.Environment, config: MkDocsConfig) -> None:
    """Have an environment find every template, and take it as it was compiled; none changes while a site is built."""
    env.loader = jinja2.FileSystemLoader(config.extra["template_folders"])
    env.bytecode_cache, env.auto_reload = templates(), False


@dataclass(frozen=True)
class Frame:
    """The frame of every page of a site."""

    env: jinja2.Environment
    config: MkDocsConfig
    kinds: dict[Hashable, list[str]] = field(default_factory=dict)  # the text between gaps, and their names by turns

    @cached_property
    def made_from(self) -> str:
        """All that it reads beside its page and what the store's stamp is of."""
        read = [self.config.site_url, self.config.extra["words"], self.config.extra["front"]]
        return json.dumps(read, sort_keys=True)

    @classmethod
    def of(cls, config: MkDocsConfig) -> "Frame":
        """The frame of a site that is not written yet."""
        env = config.theme.get_env()
        use_templates(env, config)
        return cls(env, config)

    def around(self, page: Page) -> bytes:
        """The page as it is served; it stands in no navigation."""
        ready = page_file(page, self.config).page
        ready.read_source(self.config)
        ready.render(self.config, Files([]))
        context = get_context(Navigation([], []), [], self.config, ready)
        context |= {"spoken": page.lang, "words": self.config.extra["words"][page.lang]}
        own = {name: self.env.get_template(f"partials/{name}.html").render(context) for name in OWN}
        own["content"] = page.body
        text = list(self._around_kind(page, context))
        text[1::2] = [own[name] for name in text[1::2]]
        return "".join(text).encode()

    def _around_kind(self, page: Page, context: TemplateContext) -> list[str]:
        """The frame of the pages in a room, in a language, with the same sheets, and equally deep in the site."""
        kind = (page.lang, page.room, page.sheet, page.python, page.path.count("/"), *page.alternates.items())
        if kind not in self.kinds:
            gaps = {name: f"{SIGN}{name}{SIGN}" for name in (*OWN, "content")}
            self.kinds[kind] = self.env.get_template("main.html").render(context, gaps=gaps).split(SIGN)
        return self.kinds[kind]
