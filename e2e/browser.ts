import { existsSync } from "node:fs";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

export const findBrowser = (): string | undefined =>
  [process.env["STAFFETTA_BROWSER"] ?? "", ...BROWSERS].find((path) => existsSync(path));

/** Why the tests in a browser are not run here; false = they are. With CI=true their absence is a failure. */
export const senzaBrowser: string | false =
  findBrowser() !== undefined || process.env["CI"] === "true"
    ? false
    : "manca un browser: sudo apt-get install chromium";
