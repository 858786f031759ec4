// The browser client's build. `node build.mjs OUT` checks the types and bundles into the folder OUT;
// `node build.mjs --test OUT` bundles the unit tests into OUT and runs them with Node's own runner.
// Packages are installed when there are none or the lock file changed; nothing is bundled twice from the same sources.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const testHome = join(home, "../../test/client");
const testing = process.argv[2] === "--test";
const out = resolve(process.argv[testing ? 3 : 2]);

/** All files below a folder but those of packages, in a fixed order. */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Runs `action` unless its product exists and the stamp says that it was last made from the same files. */
async function unlessDone(stamp, product, inputs, action) {
  const hash = createHash("sha256").update(product);
  for (const input of inputs) hash.update(input).update(readFileSync(input));
  const digest = hash.digest("hex");
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  await action();
  writeFileSync(stamp, digest);
}

function run(command, ...args) {
  try {
    execFileSync(command, args, { cwd: home, stdio: "inherit", shell: process.platform === "win32" });
  } catch {
    console.error(`client: ${command} ${args.join(" ")} failed`);
    process.exit(1);
  }
}

/** What the page hands to the client, for tests without a page. */
function baseTexts() {
  const lines = readFileSync(join(home, "../resources/vaadin-i18n/translations.properties"), "utf8").split("\n");
  return Object.fromEntries(lines.filter((line) => /^(client|stage)\./.test(line)).map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

async function bundle(options) {
  const esbuild = await import("esbuild");
  await esbuild.build({ bundle: true, format: "esm", target: "es2022", outdir: out, logLevel: "warning", ...options });
}

const packages = join(home, "node_modules");
await unlessDone(join(packages, ".installed"), packages, [join(home, "package-lock.json")], () =>
  run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"),
);

if (testing) {
  rmSync(out, { recursive: true, force: true });
  const entryPoints = files(testHome).filter((file) => file.endsWith(".test.ts"));
  const banner = { js: `globalThis.imlTexts = ${JSON.stringify(baseTexts())};` };
  await bundle({ entryPoints, banner, platform: "node", sourcemap: "inline", outExtension: { ".js": ".mjs" } });
  run(process.execPath, "--enable-source-maps", "--test", "--test-reporter=dot", ...files(out));
} else {
  await unlessDone(join(packages, ".bundled"), join(out, "client.js"), [...files(home), ...files(testHome)], async () => {
    run(process.execPath, join(packages, "typescript/bin/tsc"), "--project", home);
    await bundle({ entryPoints: [join(home, "client.ts"), join(home, "client.css")], minify: true, sourcemap: true });
  });
}
