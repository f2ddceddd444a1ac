import { watch } from "node:fs";

const quietMs = 300;

/**
 * Calls back once files of a programme folder have changed and then been quiet for a moment. What the software keeps
 * for itself (.impact) and hidden files do not count.
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || name.split(/[\\/]/).some((part) => part.startsWith("."))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
