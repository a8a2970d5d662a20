// Usage: npm --prefix sdks/generator run generate [-- [--out DIRECTORY] [--bindings FILE]]
// Exit status: 0 written, 1 failed, 3 a package could not be downloaded.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateBindings } from './bindings.mjs';
import { DownloadError, openPackage } from './package-archive.mjs';
import { ProviderPackage } from './provider-package.mjs';

const generator = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(generator, '..') },
    bindings: { type: 'string', default: join(generator, 'bindings.json') },
  },
});

try {
  const decisions = readJson(join(generator, 'decisions.json'));
  for (const settings of readJson(options.bindings)) generate(settings, decisions);
} catch (error) {
  console.error(error.message);
  process.exitCode = error instanceof DownloadError ? 3 : 1;
}

function generate(settings, decisions) {
  const archive = openPackage(settings.npm, settings.version, settings.integrity, join(generator, 'obj'));
  const files = generateBindings(
    new ProviderPackage(settings, archive, decisions), settings.bindings, settings.read ?? []);
  const changed = write(join(resolve(options.out), settings.project, 'Generated'), files);
  const bindings = settings.bindings.length;
  console.log(`${settings.project}: ${bindings} bindings in ${files.size} files, ${changed} changed.`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Makes the folder hold exactly these files; an unchanged file keeps its time and is not compiled again. */
function write(folder, files) {
  const stale = filesIn(folder).filter(file => !files.has(file));
  for (const file of stale) rmSync(join(folder, file));

  const changed = [...files].filter(([file, text]) => textOf(join(folder, file)) !== text);
  for (const [file, text] of changed) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return stale.length + changed.length;
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.cs'));
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
