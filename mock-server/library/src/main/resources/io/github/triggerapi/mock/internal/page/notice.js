// Confirms in one line what a user has done.

import {byId} from './dom.js';

const PAUSE_MILLIS = 4000;
const place = byId('notice');
let timer;

export function notice(text) {
  place.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (place.textContent = ''), PAUSE_MILLIS);
}

export async function copy(text, what) {
  // Browsers have it for https and for this computer only.
  if (!navigator.clipboard) {
    throw new Error('The browser copies only from pages of this computer, or with https');
  }
  await navigator.clipboard.writeText(text);
  notice(`${what} copied`);
}
