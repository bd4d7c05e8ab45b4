// Announces new runs to screen readers, several runs in one sentence.

import {byId} from './dom.js';
import {count} from './format.js';

const PAUSE_MILLIS = 2000;

let fresh = 0;
let timer;

export function announce(many) {
  if (many === 0) {
    return;
  }
  fresh += many;
  timer ??= setTimeout(() => {
    timer = undefined;
    byId('news').textContent = count(fresh, 'new run');
    fresh = 0;
  }, PAUSE_MILLIS);
}
