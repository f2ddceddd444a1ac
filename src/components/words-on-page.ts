import type { PageTerm } from "../../loaders/editions/page-terms.ts";
import { builder, card, type Options, uniqueId } from "./dom.js";

/** Text that is never marked: it is pressed, drawn, data, or redrawn at each key. */
const SKIPPED =
  "a, form, button, select, option, summary, svg, script, [role=img], [aria-hidden=true], tbody, h1, h2, h3, .students, .sheet, .words, .term, .definitions, .chip";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Explains the words of the glossary where they stand. The first of each in a card is underlined; hover or focus shows
 * its sense, Escape hides it, and a screen reader reads it with the word. This card lists those of the page, for paper
 * and for who wants them all.
 */
export function wordsOnPage(terms: readonly PageTerm[], options: Options = {}): HTMLElement {
  const b = builder(options);
  const { h, document } = b;
  const byForm = new Map(terms.flatMap((term) => term.forms.map((form) => [form.toLowerCase(), term])));
  const forms = [...byForm.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${forms.map(escaped).join("|")})(?![\\p{L}\\p{N}-])`,
    "giu",
  );
  const ids = new Map(terms.map((term) => [term, uniqueId("word")]));
  const used = new Set<PageTerm>();
  const list = h("dl", {});
  const element = card(b, "Words on this page", { class: "words" }, list);
  element.hidden = true;
  const tip = h("div", { class: "tip", "aria-hidden": "true", hidden: true });

  const show = (word: HTMLElement, sense: string): void => {
    tip.textContent = sense;
    tip.hidden = false;
    const box = word.getBoundingClientRect();
    const page = document.documentElement;
    const left = Math.min(box.left, page.clientWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left) + page.scrollLeft}px`;
    tip.style.top = `${box.bottom + page.scrollTop + 4}px`;
  };
  const hide = (): void => {
    tip.hidden = true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  tip.addEventListener("mouseleave", hide);

  const mark = (text: string, term: PageTerm): HTMLElement => {
    const word = h("span", { class: "term", tabindex: 0, "aria-describedby": ids.get(term) }, text);
    word.addEventListener("focus", () => show(word, term.sense));
    word.addEventListener("mouseenter", () => show(word, term.sense));
    word.addEventListener("blur", hide);
    word.addEventListener("mouseleave", (event) => {
      if (event.relatedTarget !== tip) hide();
    });
    return word;
  };

  const markCard = (section: Element): void => {
    const done = new Set<PageTerm>();
    const walker = document.createTreeWalker(section, 4);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) {
      if (!text.parentElement || text.parentElement.closest(SKIPPED)) continue;
      let rest: Text = text;
      for (const match of [...text.data.matchAll(pattern)]) {
        const term = byForm.get(match[0].toLowerCase())!;
        if (done.has(term)) continue;
        done.add(term);
        used.add(term);
        const start = rest.data.indexOf(match[0]);
        const found = rest.splitText(start);
        rest = found.splitText(match[0].length);
        found.replaceWith(mark(match[0], term));
      }
    }
  };

  const listUsed = (): void => {
    element.hidden = used.size === 0;
    list.replaceChildren(
      ...terms
        .filter((term) => used.has(term))
        .map((term) => h("div", {}, h("dt", {}, term.word), h("dd", { id: ids.get(term) }, term.sense))),
    );
  };

  const watch = (content: Element): void => {
    document.body.append(tip);
    const cards = (root: Element): Element[] =>
      [...(root.matches("section.card") ? [root] : []), ...root.querySelectorAll("section.card")].filter(
        (section) => section !== element,
      );
    for (const section of cards(content)) markCard(section);
    listUsed();
    const view = document.defaultView!;
    new view.MutationObserver((changes) => {
      const added = changes
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter((node): node is Element => node.nodeType === 1)
        .flatMap(cards);
      if (added.length === 0) return;
      for (const section of added) if (!section.querySelector(".term")) markCard(section);
      listUsed();
    }).observe(content, { childList: true, subtree: true });
  };
  const content = document.getElementById("content");
  if (content) watch(content);
  return element;
}
