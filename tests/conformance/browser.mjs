// node browser.mjs FILE.html...   what a page does in the system's Chromium.
//
// axe-core (WCAG 2.0 to 2.2, A and AA, and best practices) in three widths, in light, dark, forced colours and more
// contrast, with all answers open, must find nothing and leave nothing for review. Nothing scrolls sideways, is cut off or
// lies on other text, also at 200 % text on a phone and with the reader's own text spacing. Every control is reached by
// keyboard, in order, and shows its focus. Nothing is asked from elsewhere, and the policy that the manifest names is
// served and never broken. Every picture is shown. On paper every word is there, and the first page holds the emergency card.
//
// One browser, one tab a file. Prints a line for each file and one for each finding. $TOOLS holds node_modules.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { controls, focused, layout, unseen, words } from './probes.mjs';

const require = createRequire(path.join(process.env.TOOLS, 'package.json'));
const puppeteer = await import(require.resolve('puppeteer-core')).then((m) => m.default);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const WIDTHS = [320, 768, 1280];
const SCHEMES = {
  light: { 'prefers-color-scheme': 'light' },
  dark: { 'prefers-color-scheme': 'dark' },
  'forced colours': { 'prefers-color-scheme': 'light', 'forced-colors': 'active' },
  'more contrast': { 'prefers-color-scheme': 'light', 'prefers-contrast': 'more' },
};
const NONE = { 'prefers-color-scheme': 'light', 'forced-colors': 'none', 'prefers-contrast': 'no-preference' };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** The policy that the manifest above a file names for it. */
function policy(file) {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'manifest.json');
    if (!fs.existsSync(manifest)) continue;
    const name = path.relative(folder, file).split(path.sep).join('/');
    return JSON.parse(fs.readFileSync(manifest, 'utf8')).artifacts.find((a) => a.file === name)?.content_security_policy;
  }
  return undefined;
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.jpg': 'image/jpeg', '.png': 'image/png', '.svg': 'image/svg+xml' };
const server = http.createServer((request, response) => {
  const file = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const header = policy(file);
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain', ...(header && { 'content-security-policy': header }) });
  response.end(fs.readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

async function look(page, session, width, scheme) {
  await page.setViewport({ width, height: 900 });
  const features = Object.entries({ ...NONE, ...SCHEMES[scheme] }).map(([name, value]) => ({ name, value }));
  await session.send('Emulation.setEmulatedMedia', { features });
}

async function judge(page, findings, view) {
  const run = () => page.evaluate((rules) => window.axe.run(document, { runOnly: rules, resultTypes: ['violations', 'incomplete'] }), RULES);
  const result = await run();
  // A line that is fuller than its box by the 64th of a pixel to which browsers round is to axe a text that something lies
  // on, and left for review. One pixel wider it has to decide.
  if (result.incomplete.length > 0) {
    const size = page.viewport();
    await page.setViewport({ ...size, width: size.width + 1 });
    const wider = await run();
    await page.setViewport(size);
    result.incomplete = wider.incomplete;
    result.violations.push(...wider.violations);
  }
  for (const [kind, list] of [['violation', result.violations], ['needs review', result.incomplete]]) {
    for (const rule of list) {
      const where = rule.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ');
      findings.push(`${view}: ${kind}: ${rule.id}, ${rule.nodes.length} times: ${rule.help} (${where})`);
    }
  }
  if (result.passes.length === 0) findings.push(`${view}: axe found nothing to judge`);
}

async function measure(page, findings, view) {
  for (const finding of await page.evaluate(layout)) findings.push(`${view}: ${finding}`);
}

/** The layout as readers change it: larger text, more space between letters, words and lines. */
async function stretch(page, session, findings) {
  const twice = () => {
    const root = document.documentElement;
    root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
  };
  await look(page, session, 320, 'light');
  await page.evaluate(twice);
  // A fragment has the paddings of the page around it, which nobody here can answer for.
  if (await page.evaluate(() => document.body.matches('.sl'))) await measure(page, findings, '320 px, text at 200 %');
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await look(page, session, 256, 'light');
  await measure(page, findings, '256 px');
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  for (const width of WIDTHS) {
    await look(page, session, width, 'light');
    await measure(page, findings, `${width} px, text spacing`);
  }
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
}

async function walk(page, session, findings, width) {
  await look(page, session, width, 'light');
  await page.reload();
  const count = await page.evaluate(controls);
  let last = -1;
  for (let step = 0; step < count; step++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(focused);
    if (!here) { findings.push(`${width} px: the keyboard reaches ${step} of ${count} controls`); break; }
    if (here.at !== last + 1) findings.push(`${width} px: "${here.name}" is reached out of order`);
    for (const fault of here.faults) findings.push(`${width} px: focus on "${here.name}" ${fault}`);
    last = here.at;
  }
}

async function print(page, session, findings, scratch) {
  await look(page, session, 1280, 'light');
  await page.emulateMediaType('print');
  const expected = await page.evaluate(words);
  await page.emulateMediaType(null);
  const file = path.join(scratch, 'page.pdf');
  fs.writeFileSync(file, await page.pdf({ format: 'letter', preferCSSPageSize: true }));
  const text = (...options) => execFileSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' });
  // Where a line ends in a hyphen, programs join what was apart.
  const plain = (s) => s.normalize('NFKC').toLowerCase().replace(/[\s-]+/g, '');
  const [all, first] = [plain(text()), plain(text('-l', '1'))];
  // Right-to-left words come out in the order of their shapes, and a system need not have a font for every picture.
  const odd = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Extended_Pictographic}]/u;
  const missing = expected.texts.split(/\s+/).filter((word) => !odd.test(word) && !all.includes(plain(word)));
  if (missing.length) findings.push(`paper lacks ${missing.length} words: ${[...new Set(missing)].slice(0, 8).join(' ')}`);
  for (const sign of expected.emergency) if (!first.includes(plain(sign))) findings.push(`page 1 on paper lacks the emergency sign "${sign}"`);
}

async function whole(browser, file, scratch) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const findings = [];
  page.on('request', (r) => { if (!r.url().startsWith(origin) && !/^(data|blob):/.test(r.url())) findings.push(`asks for ${r.url()}`); });
  page.on('response', (r) => { if (r.status() >= 400 && !r.url().endsWith('/favicon.ico')) findings.push(`${r.url()} is not there`); });
  page.on('pageerror', (e) => findings.push(`script error: ${e.message}`));
  await page.evaluateOnNewDocument(() => {
    window.slBroken = [];
    document.addEventListener('securitypolicyviolation', (e) => window.slBroken.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
  });
  await page.goto(origin + encodeURI(path.resolve(file)));
  for (const fault of await page.evaluate(() => window.slBroken)) findings.push(`the policy refuses ${fault}`);
  await print(page, session, findings, scratch);
  await walk(page, session, findings, 1280);
  await walk(page, session, findings, 320);
  await page.evaluate(() => { document.querySelectorAll('details').forEach((d) => { d.open = true; }); });
  for (const picture of await page.evaluate(unseen)) findings.push(`the picture ${picture} is not shown`);
  await page.evaluate(axe);
  for (const width of WIDTHS) {
    for (const scheme of Object.keys(SCHEMES)) {
      await look(page, session, width, scheme);
      if (scheme === 'light') await measure(page, findings, `${width} px`);
      await judge(page, findings, `${width} px, ${scheme}`);
    }
  }
  await stretch(page, session, findings);
  await page.close();
  console.log(`${file}: ${findings.length} findings`);
  for (const finding of findings) console.log('  ' + finding);
  return findings.length;
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'browser-'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  headless: true,
  userDataDir: path.join(scratch, 'profile'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let findings = 0;
try {
  for (const file of process.argv.slice(2)) findings += await whole(browser, file, scratch);
} finally {
  await browser.close();
  server.close();
  fs.rmSync(scratch, { recursive: true, force: true });
}
process.exit(findings ? 1 : 0);
