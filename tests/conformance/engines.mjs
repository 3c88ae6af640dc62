// node engines.mjs FILE.md...   two engines of Markdown that this project has no part in show the same words.
//
// Footnotes stand elsewhere in every engine, so with them the words are compared without their order. $TOOLS holds
// node_modules.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.TOOLS, 'package.json'));
const load = async (name) => import(require.resolve(name));
const { default: MarkdownIt } = await load('markdown-it');
const { default: footnotes } = await load('markdown-it-footnote');
const { marked } = await load('marked');
const { default: markedFootnote } = await load('marked-footnote');
const commonmark = require('commonmark');

const NAMES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const unescape = (text) => text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, dec, hex, name) =>
  dec ? String.fromCodePoint(dec) : hex ? String.fromCodePoint(parseInt(hex, 16)) : NAMES[name] ?? all);
const words = (html) => unescape(html
  .replace(/<h2[^>]*class="(?:footnote|sr-only)[^>]*>.*?<\/h2>/gs, ' ')
  .replace(/<sup.*?<\/sup>|<a[^>]*(?:footnote-backref|data-footnote-backref)[^>]*>.*?<\/a>/gs, ' ')
  .replace(/<!--.*?-->/gs, '')
  .replace(/<\/?(?:p|li|ul|ol|h\d|t[dhr]|thead|tbody|table|hr|br|section)\b[^>]*>/g, ' ')
  .replace(/<[^>]*>/g, '')).split(/\s+/).filter(Boolean);

let different = 0;
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8').replace(/^---\n.*?\n---\n/s, '');
  const hasNotes = /^\[\^\d+\]: /m.test(text);
  const engines = {
    'markdown-it': () => (hasNotes ? new MarkdownIt({ html: true }).use(footnotes) : new MarkdownIt('commonmark')).render(text),
    [hasNotes ? 'marked' : 'commonmark.js']: () => hasNotes
      ? marked.use(markedFootnote()).parse(text)
      : new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)),
  };
  const [first, second] = Object.entries(engines).map(([name, render]) => {
    const found = words(render());
    return { name, found: hasNotes ? found.sort() : found };
  });
  const at = first.found.findIndex((word, index) => word !== second.found[index]);
  const same = at < 0 && first.found.length === second.found.length && first.found.length > 100;
  const place = at < 0 ? first.found.length : at;
  console.log(`${path.basename(file)}: ${first.found.length} words${same ? ' in both' : ''}`);
  if (!same) {
    different += 1;
    for (const { name, found } of [first, second]) console.log(`  ${name}: ... ${found.slice(place - 4, place + 6).join(' ')}`);
  }
}
process.exit(different ? 1 : 0);
