// node axe.mjs FILE.html...   axe-core in the system's Chromium, wide and narrow, light and dark.
//
// Besides what axe reports, a page fails if it asks for anything that is not in it, if it scrolls sideways, or if its
// scripts complain. Prints a line for each view, and one for each finding. $TOOLS holds node_modules.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.TOOLS, 'package.json'));
const puppeteer = await import(require.resolve('puppeteer-core')).then((m) => m.default);
const axe = require.resolve('axe-core/axe.min.js');

const VIEWS = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function view(browser, file, { width, scheme }) {
  const page = await browser.newPage();
  const findings = [];
  page.on('request', (r) => {
    if (!/^(file|data|blob):/.test(r.url())) findings.push(`asks for ${r.url()}`);
  });
  page.on('pageerror', (e) => findings.push(`script error: ${e.message}`));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto('file://' + path.resolve(file));
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (sideways > 0) findings.push(`scrolls sideways by ${sideways} px`);
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules }), RULES);
  for (const [kind, list] of [['violation', result.violations], ['needs review', result.incomplete]]) {
    for (const rule of list) {
      const where = rule.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ');
      findings.push(`${kind}: ${rule.id}, ${rule.nodes.length} times: ${rule.help} (${where})`);
    }
  }
  if (result.passes.length === 0) findings.push('axe found nothing to judge');
  console.log(`${path.basename(file)} at ${width} px, ${scheme}: ${result.passes.length} rules pass, ${findings.length} findings`);
  for (const finding of findings) console.log('  ' + finding);
  await page.close();
  return findings.length;
}

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'axe-'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  headless: true,
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let findings = 0;
try {
  for (const file of process.argv.slice(2)) for (const v of VIEWS) findings += await view(browser, file, v);
} finally {
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
}
process.exit(findings ? 1 : 0);
