// node jsonld.mjs FILE.html   type-checks the page's JSON-LD against schema.org, as schema-dts writes it down.
//
// Also: every "@id" that is pointed to is there, and no value is empty. $TOOLS holds node_modules.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

const tools = process.env.TOOLS;
const [file] = process.argv.slice(2);
const html = fs.readFileSync(file, 'utf8');
const blocks = [...html.matchAll(/<script[^>]*type="?application\/ld\+json"?[^>]*>([\s\S]*?)<\/script>/g)].map((m) => JSON.parse(m[1]));
const problems = [];
if (blocks.length === 0) problems.push('there is no JSON-LD');

const known = new Set();
const pointed = new Set();
function walk(value, at) {
  if (value === null || value === '') problems.push(`${at} is empty`);
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) return value.forEach((v, i) => walk(v, `${at}[${i}]`));
  if (value['@id']) (Object.keys(value).length > 1 ? known : pointed).add(value['@id']);
  for (const [key, v] of Object.entries(value)) walk(v, `${at}.${key}`);
}
blocks.forEach((b, i) => walk(b, `block ${i}`));
for (const id of pointed) if (!known.has(id)) problems.push(`nothing has the @id ${id}`);

const folder = fs.mkdtempSync(path.join(tools, 'jsonld-'));
try {
  const lines = ['import type { Graph, Thing, WithContext } from "schema-dts";'];
  blocks.forEach((b, i) => lines.push(`export const x${i}: ${'@graph' in b ? 'Graph' : 'WithContext<Thing>'} = ${JSON.stringify(b, null, 1)};`));
  fs.writeFileSync(path.join(folder, 'check.ts'), lines.join('\n'));
  execFileSync(process.execPath, [path.join(tools, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck',
    '--moduleResolution', 'bundler', '--module', 'esnext', '--target', 'es2022', path.join(folder, 'check.ts')], { stdio: 'pipe' });
} catch (e) {
  problems.push(...String(e.stdout || e).split('\n').filter(Boolean).slice(0, 12).map((l) => l.slice(0, 400)));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
for (const p of problems) console.log(p);
process.exit(problems.length ? 1 : 0);
