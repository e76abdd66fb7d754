/** The Web Awesome components a form uses, their Italian texts, and our icons inside them. */
import { restoreDefine } from './define-once.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/details/details.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import '@awesome.me/webawesome/dist/components/tag-input/tag-input.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import '@awesome.me/webawesome/dist/translations/it.js';
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import { drawIcon } from './icons.js';

restoreDefine();

const NAMES = { xmark: 'close', 'circle-xmark': 'close', 'chevron-right': 'right', 'chevron-left': 'left' };

/*
 * The components fetch their built-in icons as data addresses, which a strict
 * Content-Security-Policy refuses. As a sprite sheet nothing is fetched: we draw into the svg.
 */
registerIconLibrary('system', {
  spriteSheet: true,
  resolver: (name) => `#${name}`,
  mutator: (svg, icon) => drawIcon(svg, NAMES[icon?.name] ?? icon?.name),
});
