import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** A page that is open reloads itself when a new release stands; the script is added while serving, never published. */
const reloadScript = `new EventSource("./_changes").onmessage = () => location.reload();`;

interface SiteServer {
  server: Server;
  /** Tells every open page to load itself again. */
  reload(): void;
}

/** Serves one edition's folder on this computer only, as it was published. */
export function serveSite(folder: () => string): SiteServer {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!isThisComputer(request.headers.host)) {
      return send(response, 403, "text/plain; charset=utf-8", "This site is for this computer only.\n");
    }
    const path = decodePath(request.url ?? "/");
    if (path === "/_changes") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": open\n\n");
      open.add(response);
      request.on("close", () => open.delete(response));
      return;
    }
    if (path === "/_reload.js") return send(response, 200, types[".js"]!, reloadScript);
    const file = path === null ? null : locate(folder(), path);
    if (!file) return send(response, 404, "text/plain; charset=utf-8", "There is no such page.\n");
    const type = types[extname(file)] ?? "application/octet-stream";
    if (extname(file) === ".html") {
      const html = readFileSync(file, "utf8").replace(
        "</head>",
        '<script src="./_reload.js" defer></script></head>',
      );
      return send(response, 200, type, html);
    }
    response.writeHead(200, {
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    // A new release may take the place of this one before the file is opened.
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  });
  return {
    server,
    reload() {
      for (const response of open) response.write("data: reload\n\n");
    },
  };
}

/** A page of another site that had its name point to this computer would ask under that name. */
function isThisComputer(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host ?? "");
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}

function decodePath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}

/** The file a path names inside the folder, or null; nothing outside the folder is ever served. */
function locate(folder: string, path: string): string | null {
  const inside = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!inside.startsWith(folder + sep)) return null;
  return existsSync(inside) && statSync(inside).isFile() ? inside : null;
}
