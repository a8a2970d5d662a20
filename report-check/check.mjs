// Opens the HTML plans as readers see them: on a phone and on a desk, light and dark, and printed.
// usage: node check.mjs [--shots DIRECTORY] [stack ...]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import axe from 'axe-core';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import { planOf, stacks, writePage } from './plans.mjs';
import { crowded, missing, scrolling } from './sight.mjs';

const sizes = [{ width: 390, height: 844 }, { width: 1440, height: 900 }];
const schemes = ['light', 'dark'];
const sliceHeight = 2200;

const { values: { shots }, positionals } = parseArgs({
  options: { shots: { type: 'string' } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), 'report-check-'));
const browser = await puppeteer.launch({
  args: chromium.args,
  executablePath: await chromium.executablePath(),
  headless: 'shell',
});
let count = 0;
try {
  for (const stack of positionals.length > 0 ? positionals : Object.keys(stacks)) {
    const faults = await faultsOf(stack);
    faults.forEach(fault => console.log(`${stack}: ${fault}`));
    console.log(`${stack}: ${faults.length === 0 ? 'fine' : `${faults.length} faults`}`);
    count += faults.length;
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

process.exitCode = count === 0 ? 0 : 1;

async function faultsOf(stack) {
  const file = join(folder, `${stack}.html`);
  writePage(stack, file);
  const hosts = planOf(stack).hosts.map(host => host.name);
  const faults = hosts.length === 0 && stack !== 'errors' ? ['the stack has no plan'] : [];
  const page = await browser.newPage();
  page.on('request', request =>
    request.url().startsWith('file:') || faults.push(`the page asks for ${request.url()}`));
  page.on('console', message => faults.push(`the browser says: ${message.text()}`));
  for (const size of sizes) {
    for (const scheme of schemes) {
      await page.setViewport(size);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`file://${file}`);
      const found = [
        ...await page.evaluate(scrolling),
        ...await page.evaluate(missing, hosts),
        ...await page.evaluate(crowded),
        ...await rules(page),
      ];
      faults.push(...found.map(fault => `${size.width} px, ${scheme}: ${fault}`));
      await photograph(page, `${stack}-${size.width}-${scheme}`);
    }
  }

  faults.push(...await printed(page, stack));
  await page.close();
  return faults;
}

async function rules(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, help, nodes }) =>
    `axe ${id}: ${help}: ${nodes.length} times, for example ${nodes[0].target.join(' ')}`);
}

async function printed(page, stack) {
  await page.emulateMediaType('print');
  await page.reload();
  const closed = await page.evaluate(() => [...document.querySelectorAll('details tbody')]
    .filter(table => !table.checkVisibility({ contentVisibilityAuto: true })).length);
  if (shots) {
    await page.pdf({ path: join(shots, `${stack}.pdf`), preferCSSPageSize: true });
  }

  return closed > 0 ? [`${closed} tables are closed in print`] : [];
}

async function photograph(page, name) {
  if (!shots) {
    return;
  }

  mkdirSync(shots, { recursive: true });
  const { width } = page.viewport();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0, part = 1; top < height; top += sliceHeight, part++) {
    await page.screenshot({
      path: join(shots, `${name}-${part}.png`),
      clip: { x: 0, y: top, width, height: Math.min(sliceHeight, height - top) },
      captureBeyondViewport: true,
    });
  }
}
