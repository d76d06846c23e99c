// What a calculator page does, without its form: starts the calculators at once and asks when a test says so.
import { startCalculators } from "../assets/javascripts/python/client.mjs";

const tag = new URLSearchParams(location.search).get("tag");
window.progress = [];
window.calculators = startCalculators({
  base: "../assets/python/",
  tag,
  onProgress: (each) => window.progress.push(each),
});
