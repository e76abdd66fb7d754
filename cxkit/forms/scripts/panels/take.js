/** Taking a picture along: as SVG, as PNG, or copied. All is made in the browser. */
import { h, setText, wordButton } from '../dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';
const SHARPNESS = 2;
// A canvas beyond this is refused by some browsers.
const LARGEST = 16000;

/**
 * The picture as one SVG file that needs nothing else: by day, with the tokens it uses.
 * @param {HTMLElement} frame @returns {{ text: string, width: number, height: number }}
 */
export function standalone(frame) {
  const copy = /** @type {HTMLElement} */ (frame.cloneNode(true));
  const [width, height] = [Math.max(frame.scrollWidth, frame.clientWidth), frame.scrollHeight];
  const look = getComputedStyle(frame);
  const used = new Set(copy.innerHTML.match(/--cx-[a-z-]+/g) ?? []);
  const tokens = [...used].map((name) => [name, look.getPropertyValue(name).trim()]).filter(([, value]) => value);
  const page = document.createElementNS(XHTML, 'div');
  page.append(...copy.childNodes);
  page.setAttribute(
    'style',
    [
      ...tokens.map(([name, value]) => `${name}: ${value}`),
      `color-scheme: light; width: ${width}px; font-family: ${look.fontFamily}; font-size: ${look.fontSize}`,
      `line-height: ${look.lineHeight}; background: #ffffff; color: #1f2430`,
    ].join('; '),
  );
  const svg = document.createElementNS(SVG, 'svg');
  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(box)) svg.setAttribute(name, String(value));
  const room = document.createElementNS(SVG, 'foreignObject');
  room.setAttribute('width', '100%');
  room.setAttribute('height', '100%');
  room.append(page);
  svg.append(room);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

/** @param {HTMLElement} frame @returns {Promise<Blob>} */
export async function png(frame) {
  const { text, width, height } = standalone(frame);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, LARGEST / width, LARGEST / height);
  const canvas = h('canvas', { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('empty canvas'))), 'image/png');
  });
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/**
 * The buttons below a picture.
 * @param {import('../form-context.js').Form} form @param {HTMLElement} frame
 */
export function takeButtons(form, frame) {
  const name = form.state.exercise;
  const said = h('span', { class: 'cx-take-said', role: 'status' });
  /** @param {() => Promise<string>} work */
  const doing = (work) => async () => {
    try {
      setText(said, await work());
    } catch {
      setText(said, form.say('picture_failed'));
    }
  };
  const saved = (kind) => form.say('picture_saved', { name: `${name}.${kind}` });
  const asSvg = doing(async () => {
    save(new Blob([standalone(frame).text], { type: 'image/svg+xml' }), `${name}.svg`);
    return saved('svg');
  });
  const asPng = doing(async () => {
    save(await png(frame), `${name}.png`);
    return saved('png');
  });
  const copy = doing(async () => {
    // The picture is promised within the click; Safari refuses it later.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(frame) })]);
    return form.say('picture_copied');
  });
  const canCopy = navigator.clipboard && 'ClipboardItem' in globalThis;
  const button = (words, work, icon) => wordButton(form, form.say(words), work, { variant: 'quiet', iconName: icon });
  return h(
    'p',
    { class: 'cx-take' },
    button('picture_svg', asSvg, 'image'),
    button('picture_png', asPng, 'image'),
    canCopy && button('picture_copy', copy, 'copy'),
    said,
  );
}
