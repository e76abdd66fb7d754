/** Our own icons: strokes on a 20 × 20 grid, drawn in the colour of the text around them. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  add: 'M10 4v12M4 10h12',
  alert: 'M10 3 2.6 16.4h14.8zM10 8.4v3.6M10 14.2v.1',
  bulb: 'M7.6 13.2a5 5 0 1 1 4.8 0v1.6H7.6zM8.2 17.2h3.6',
  check: 'm4 10.6 4 4 8-9',
  close: 'm5 5 10 10M15 5 5 15',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M10 6v4.2l2.8 1.8',
  cloud: 'M5.8 15.2a3.6 3.6 0 0 1-.4-7.2 5 5 0 0 1 9.5 1.3 3 3 0 0 1-.5 5.9z',
  copy: 'M7.2 7.2h9.2v9.2H7.2zM12.8 4.2V3.6H3.6v9.2h.6',
  down: 'm4.5 7.5 5.5 5.5 5.5-5.5',
  history: 'M3.4 7.2A7.2 7.2 0 1 1 2.8 11M3 3.4v4h4M10 6.2v4l2.8 1.6',
  image: 'M3 4h14v12H3zM3 13.4l4-4 3.4 3.4 2.2-2.2 4.4 4M12.6 7.6v.1',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M10 9.2v4.4M10 6.4v.1',
  left: 'm12.5 4.5-5.5 5.5 5.5 5.5',
  people: 'M7.4 9.4a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.4 16.2a5 5 0 0 1 10 0M13 9.2a2.4 2.4 0 1 0-.8-4.6M14.4 11.6a4.6 4.6 0 0 1 3.4 4.6',
  redo: 'M12.4 3.8 16.2 7.6l-3.8 3.8M16 7.6H8.4a4.4 4.4 0 0 0 0 8.8h3',
  right: 'm7.5 4.5 5.5 5.5-5.5 5.5',
  trash: 'M3.6 5.4h12.8M7.8 5.2V3.4h4.4v1.8M5.2 5.6l.8 11h8l.8-11M8.4 8.6v5M11.6 8.6v5',
  undo: 'M7.6 3.8 3.8 7.6l3.8 3.8M4 7.6h7.6a4.4 4.4 0 0 1 0 8.8h-3',
  up: 'm4.5 12.5 5.5-5.5 5.5 5.5',
};

/**
 * Draws an icon into an svg element, once.
 * @param {SVGElement} svg
 * @param {string} name
 */
export function drawIcon(svg, name) {
  if (!svg || svg.querySelector('path')) return;
  const path = document.createElementNS(SVG, 'path');
  const drawn = { d: PATHS[name] ?? PATHS.info, fill: 'none', stroke: 'currentColor' };
  const pen = { 'stroke-width': '1.7', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  for (const [key, value] of Object.entries({ ...drawn, ...pen })) path.setAttribute(key, value);
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.append(path);
}

/**
 * @param {string} name
 * @returns {SVGElement} an icon that screen readers pass over
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'cx-icon');
  svg.setAttribute('aria-hidden', 'true');
  drawIcon(svg, name);
  return svg;
}
