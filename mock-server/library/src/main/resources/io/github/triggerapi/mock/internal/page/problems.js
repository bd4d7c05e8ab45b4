// Shows an error in one line.

import {byId, setText} from './dom.js';

const place = byId('error');

place.querySelector('button').addEventListener('click', () => (place.hidden = true));

export function show(error) {
  setText(place.querySelector('p'), error.message || String(error));
  place.hidden = false;
}

export function clear() {
  place.hidden = true;
}

// For actions of the user: an earlier error is removed.
export async function attempt(step) {
  clear();
  try {
    return await step();
  } catch (error) {
    show(error);
    return undefined;
  }
}
