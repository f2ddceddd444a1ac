import { spawn } from "node:child_process";

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the project's commands as a school would, in a process of its own. */
export function runCommand(name: string, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ["--import", "tsx", `loaders/cli/${name}.ts`, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ran: Ran = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    ran.stdout += text;
  });
  child.stderr.on("data", (text) => {
    ran.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...ran, code }));
  });
}
