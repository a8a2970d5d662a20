// The packed npm package of a provider: downloaded once, checked against its hash, read without unpacking.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const blockSize = 512;

export class DownloadError extends Error {}

export function openPackage(name, version, integrity, cacheDirectory) {
  const archive = join(cacheDirectory, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!existsSync(archive)) download(name, version, cacheDirectory);

  const bytes = readFileSync(archive);
  const actual = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (actual !== integrity) {
    rmSync(archive);
    throw new Error(`${name} ${version} has integrity ${actual}; bindings.json pins ${integrity}.`);
  }

  const files = indexTar(gunzipSync(bytes));
  return {
    has: path => files.has(`package/${path}`),
    read(path) {
      const content = files.get(`package/${path}`);
      if (!content) throw new Error(`${name} ${version} has no ${path}. Check bindings.json.`);
      return content.toString('utf8');
    },
  };
}

// `npm pack` runs none of the package's scripts, unlike an installation.
function download(name, version, directory) {
  mkdirSync(directory, { recursive: true });
  const isWindows = process.platform === 'win32';
  const options = ['--silent', '--ignore-scripts', '--pack-destination', directory];
  try {
    execFileSync(isWindows ? 'npm.cmd' : 'npm', ['pack', ...options, `${name}@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 120_000,
      shell: isWindows,
    });
  } catch (error) {
    throw new DownloadError(`${name} ${version} could not be downloaded: ${error.message}`);
  }
}

function indexTar(tar) {
  const files = new Map();
  let longName;
  for (let at = 0; at + blockSize <= tar.length && tar[at] !== 0;) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = parseInt(text(124, 12), 8);
    const type = text(156, 1);
    const content = tar.subarray(at + blockSize, at + blockSize + size);
    const prefix = text(345, 155);
    const name = longName ?? (prefix ? `${prefix}/${text(0, 100)}` : text(0, 100));
    longName = undefined;
    if (type === 'x') longName = /\d+ path=(.*)\n/.exec(content.toString('utf8'))?.[1];
    else if (type === '0' || type === '') files.set(name, content);
    at += blockSize + Math.ceil(size / blockSize) * blockSize;
  }
  return files;
}
