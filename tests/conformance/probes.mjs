// What is measured inside a page. Each function is sent into the browser as it is, so it uses nothing from outside.

/** Text that scrolls sideways, is cut off, or lies on other text. */
export function layout() {
  const findings = [];
  const root = document.documentElement;
  const sideways = root.scrollWidth - root.clientWidth;
  if (sideways > 0) findings.push(`scrolls sideways by ${sideways} px`);
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.sl-vh, .sl-skip, svg');
  const name = (e) => e.tagName.toLowerCase() + (e.className ? `.${String(e.className).split(' ')[0]}` : '');
  for (const e of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(e);
    if (style.overflowX === 'visible' || style.overflowX === 'auto' || !shown(e)) continue;
    // A picture that fills its frame is cut on purpose; words are not.
    const range = document.createRange();
    range.selectNodeContents(e);
    if (e.innerText.trim() && e.scrollWidth > e.clientWidth + 1 && !e.querySelector('.sl-motif')) findings.push(`text is cut off in ${name(e)}`);
  }
  const rects = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !shown(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const r of range.getClientRects()) {
      if (r.width < 2 || r.height < 2) continue;
      if (r.left < -1 || r.right > root.clientWidth + 1) findings.push(`text sticks out: ${text.data.trim().slice(0, 30)}`);
      // The boxes of letters are taller than their lines: the middle half is ink.
      rects.push({ text, left: r.left, right: r.right, top: r.top + r.height / 4, bottom: r.bottom - r.height / 4 });
    }
  }
  rects.sort((a, b) => a.top - b.top);
  for (let i = 0; i < rects.length; i++) {
    for (let j = i + 1; j < rects.length && rects[j].top < rects[i].bottom - 1; j++) {
      const [a, b] = [rects[i], rects[j]];
      if (a.text !== b.text && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2) {
        findings.push(`text lies on text: ${a.text.data.trim().slice(0, 20)} / ${b.text.data.trim().slice(0, 20)}`);
      }
    }
  }
  return [...new Set(findings)].slice(0, 8);
}

/** The controls in the order in which a reader meets them; a group of radio buttons is one stop. */
export function controls() {
  const seen = new Set();
  const all = [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')];
  window.slControls = all.filter((e) => {
    if (e.disabled || !e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.type !== 'radio') return true;
    if (seen.has(e.name)) return false;
    seen.add(e.name);
    return true;
  });
  return window.slControls.length;
}

/** Which control has the focus, and what is wrong with how it shows it. */
export function focused() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const style = getComputedStyle(e);
  const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
  const faults = [];
  // A radio button may show its focus on the label around it.
  const ringed = [e, e.closest('label')].some((x) => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
  if (!ringed) faults.push(`no ring (${style.outline})`);
  if (box.bottom < 0 || box.top > innerHeight) faults.push('is out of view');
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (top && !e.contains(top) && !top.contains(e) && !e.closest('label')?.contains(top)) faults.push(`is covered by ${top.tagName}.${top.className}`);
  const at = window.slControls.findIndex((c) => c === e || (c.type === 'radio' && c.name === e.name));
  return { at, faults, name: (e.innerText || e.getAttribute('aria-label') || e.name || '').trim().slice(0, 30) };
}

/** The words that paper must hold, and the signs of the gravest card. */
export function words() {
  const hidden = (e) => e.closest('svg, script, style, .sl-vh') || !e.checkVisibility();
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !hidden(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  const card = document.querySelector('.sl-care--emergency');
  return { texts: texts.join(' '), emergency: [...(card?.querySelectorAll('li') ?? [])].map((li) => li.innerText) };
}

/** Pictures that cannot be shown, those too that are loaded late. */
export async function unseen() {
  const pictures = [...document.images];
  pictures.forEach((picture) => { picture.loading = 'eager'; });
  const seen = await Promise.allSettled(pictures.map((picture) => picture.decode()));
  return pictures.filter((_, at) => seen[at].status === 'rejected').map((picture) => picture.currentSrc.slice(0, 80));
}
