/** The state of a page's controls, kept after the # of the address: a reload keeps it, and no server is sent it. */
export function readHash(view: Window | null): URLSearchParams {
  return new URLSearchParams(view?.location.hash.slice(1) ?? "");
}

/** Parts that are empty are left out. */
export function writeHash(view: Window | null, state: Record<string, string>): void {
  if (!view) return;
  const text = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== "")).toString();
  view.history.replaceState(
    view.history.state,
    "",
    text === "" ? view.location.pathname + view.location.search : `#${text}`,
  );
}

/** Calls back when the address is given another state; a link within the page, such as the skip link, is none. */
export function onHash(view: Window | null, restore: () => void): void {
  view?.addEventListener("hashchange", () => {
    const { hash } = view.location;
    if (hash === "" || hash.includes("=")) restore();
  });
}
