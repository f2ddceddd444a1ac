import { type Builder, uniqueId } from "./dom.js";

/** How a part of a column or bar looks: colour and texture tell it apart, so that either alone would do. */
export interface Look {
  colour: "accent" | "same" | "down";
  texture: "full" | "stripes" | "squares" | "dots" | "empty";
}

export interface Pieces {
  /** To stand first in the picture. */
  defs: Element;
  piece(look: Look, box: Record<"x" | "y" | "width" | "height", string | number>): Element;
}

/** Parts of one picture, filled with its textures. */
export function pieces({ s }: Builder, looks: readonly Look[]): Pieces {
  const ids = new Map(looks.map((look) => [look, uniqueId("texture")]));
  const drawn = ({ texture }: Look) => texture !== "full" && texture !== "empty";
  return {
    defs: s(
      "defs",
      {},
      looks.filter(drawn).map((look) =>
        s(
          "pattern",
          {
            id: ids.get(look),
            class: `colour-${look.colour}`,
            width: 5,
            height: 5,
            patternUnits: "userSpaceOnUse",
            patternTransform: look.texture === "stripes" ? "rotate(45)" : null,
          },
          s("rect", { class: "ground", width: 5, height: 5 }),
          look.texture === "dots"
            ? s("circle", { class: "point", cx: 2.5, cy: 2.5, r: 1.2 })
            : s("line", { class: "line", x1: 0, x2: 0, y1: 0, y2: 5 }),
          look.texture === "squares" && s("line", { class: "line", x1: 0, x2: 5, y1: 0, y2: 0 }),
        ),
      ),
    ),
    piece: (look, box) =>
      s("rect", {
        ...box,
        class: `piece colour-${look.colour} ${look.texture}`,
        fill: drawn(look) ? `url(#${ids.get(look)})` : null,
      }),
  };
}

/** What each look stands for. */
export function legend(b: Builder, kinds: readonly { look: Look; words: string }[]): HTMLElement {
  const { h, s } = b;
  return h(
    "ul",
    { class: "legend" },
    kinds.map(({ look, words }) => {
      const { defs, piece } = pieces(b, [look]);
      return h(
        "li",
        {},
        s(
          "svg",
          { width: 16, height: 16, "aria-hidden": "true" },
          defs,
          piece(look, { x: 1, y: 1, width: 14, height: 14 }),
        ),
        words,
      );
    }),
  );
}
