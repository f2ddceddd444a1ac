// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { wordsOnPage } from "../../../src/components/words-on-page.js";

const terms = [
  { word: "dose", forms: ["dose"], sense: "meetings held" },
  { word: "quick leaver", forms: ["quick leaver", "quick leavers"], sense: "ended early" },
  { word: "balance", forms: ["balance"], sense: "how alike" },
];

beforeEach(() => {
  document.body.innerHTML = `<div id="content">
    <section class="card"><h2>Dose</h2><p>Dose of <b>quick leavers</b>; the dose again, no overdose.</p>
      <p><a href="#x">balance</a></p><table><tbody><tr><td>balance</td></tr></tbody></table></section>
    <section class="card"><p>A quick leaver.</p></section></div>`;
});

const content = () => document.getElementById("content")!;
const marked = () => [...content().querySelectorAll(".term")].map((term) => term.textContent);

test("the first of each word in a card is marked: not headings, links, data, or parts of other words", () => {
  const text = content().textContent;
  const list = wordsOnPage(terms);
  expect(marked()).toEqual(["Dose", "quick leavers", "quick leaver"]);
  expect(content().textContent).toBe(text);
  expect([...list.querySelectorAll("dt")].map((word) => word.textContent)).toEqual(["dose", "quick leaver"]);
});

test("a word is reached by Tab, described for a screen reader, and its sense hides on Escape", () => {
  content().append(wordsOnPage(terms));
  const word = content().querySelector<HTMLElement>(".term")!;
  expect(word.tabIndex).toBe(0);
  expect(document.getElementById(word.getAttribute("aria-describedby")!)!.textContent).toBe("meetings held");
  const tip = document.querySelector<HTMLElement>(".tip")!;
  word.dispatchEvent(new FocusEvent("focus"));
  expect([tip.hidden, tip.textContent]).toEqual([false, "meetings held"]);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(tip.hidden).toBe(true);
});

test("a card that is drawn later is marked too", async () => {
  const list = wordsOnPage(terms);
  const later = document.createElement("section");
  later.className = "card";
  later.textContent = "In balance.";
  content().append(later);
  await new Promise((done) => setTimeout(done));
  expect(later.querySelector(".term")!.textContent).toBe("balance");
  expect(list.textContent).toContain("how alike");
});

test("where no word is used, there is no card", () => {
  content().innerHTML = "";
  expect(wordsOnPage(terms).hidden).toBe(true);
});
