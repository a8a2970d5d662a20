// Writes plans with the program itself.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = fileURLToPath(new URL('stacks', import.meta.url));

/** The stacks that are checked, and the folders of their files. */
export const stacks = { dev: root, prod: root, large: own, errors: own };

/** The plan of a stack, as its JSON says it. */
export function planOf(stack) {
  return JSON.parse(run(stack, '--format', 'json'));
}

/** Writes the page of a stack. */
export function writePage(stack, file) {
  run(stack, '--format', 'html', '--out', file);
}

function run(stack, ...options) {
  const { status, stdout, stderr } = spawnSync(`${root}build.sh`, ['plan', stack, ...options], {
    cwd: stacks[stack] ?? root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // 1 says that a finding is an error, which is a page too.
  if (status !== 0 && status !== 1) {
    throw new Error(`plan ${stack} ended with ${status}: ${stderr}`);
  }

  return stdout;
}
