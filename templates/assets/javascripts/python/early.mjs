// Starts the calculators before the page's own script has arrived; the page joins them later by the same client.
// In the head: <script type="module" async src=".../assets/javascripts/python/early.mjs?tag=...">.

import { startCalculators } from "./client.mjs";

const here = new URL(import.meta.url);
startCalculators({ base: new URL("../../python/", here).href, tag: here.searchParams.get("tag") });
