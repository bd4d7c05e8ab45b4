// The parts of which the view of a run or a request consists.

import {button, element} from './dom.js';
import {copy} from './notice.js';
import {attempt} from './problems.js';

// More would make the page slow. The whole text can be copied.
const MOST_CHARACTERS = 200_000;

// Returns a list of names and values, without the names that have no value. An entry may have the class "wide".
export function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== '');
  return element('dl', {class: 'facts'}, ...shown.map(([name, value, kind]) => element('div', {class: kind}, element('dt', {}, name), element('dd', {}, value))));
}

// Returns a text under its title and a note, with a button that copies it. Long lines can also be scrolled with the keyboard.
export function block(title, text, {kind, note} = {}) {
  return element(
    'section',
    {class: kind ? `part ${kind}` : 'part'},
    element('div', {class: 'head'}, element('h3', {}, title, note && element('span', {class: 'quiet'}, note)), copier(title, text)),
    ...content(title, text),
  );
}

// Returns a text that is unfolded by its title.
export function folded(title, text) {
  return element('details', {class: 'part'}, element('summary', {}, title), copier(title, text), ...content(title, text));
}

function copier(title, text) {
  return button('Copy', () => attempt(() => copy(text, title)), {class: 'small', 'aria-label': `Copy ${title.toLowerCase()}`});
}

function content(title, text) {
  const cut = text.length > MOST_CHARACTERS;
  return [
    element('pre', {tabindex: '0', 'aria-label': title}, element('code', {}, cut ? text.slice(0, MOST_CHARACTERS) : text)),
    ...(cut ? [element('p', {class: 'quiet'}, `The first ${MOST_CHARACTERS.toLocaleString('en')} of ${text.length.toLocaleString('en')} characters. Copy has all of them.`)] : []),
  ];
}

export function missing(text) {
  return element('p', {class: 'empty'}, text);
}
