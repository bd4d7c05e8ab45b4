// The clock of the server.

import {call} from './api.js';
import {byId, setText} from './dom.js';
import {attempt} from './problems.js';
import {time} from './format.js';

let clock;
let heardAt = 0;
const listeners = [];

// Calls a function each second, and when the clock is moved.
export function onTick(listener) {
  listeners.push(listener);
}

// Returns the time of the server as far as this page knows.
export function now() {
  if (!clock) {
    return new Date();
  }
  const passed = clock.running ? performance.now() - heardAt : 0;
  return new Date(Date.parse(clock.time) + passed);
}

export function hear(info) {
  clock = info;
  heardAt = performance.now();
  byId('clock-forms').hidden = info.running;
  byId('clock-how').hidden = !info.running;
  setText(
    byId('clock-description'),
    info.running
      ? 'The clock is running, so it cannot be moved.'
      : 'The clock stands still. When you move it, all changes that become due until then are made.',
  );
  const next = byId('clock-set').elements.time;
  if (document.activeElement !== next) {
    next.value = new Date(now().getTime() + 3_600_000).toISOString().replace('.000Z', 'Z');
  }
  tick();
}

export async function refresh() {
  hear(await call('/_mock/clock'));
}

function tick() {
  if (clock) {
    const shown = time(now().toISOString().replace(/\.\d+Z$/, 'Z'));
    setText(byId('clock-time'), `${shown} UTC`);
    setText(byId('now'), `${shown} UTC, ${clock.running ? 'running' : 'stopped'}`);
    listeners.forEach((listener) => listener());
  }
}

setInterval(tick, 1000);

function move(form, path, method) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    attempt(async () => hear(await call(path, {method, body})));
  });
}

move(byId('clock-advance'), '/_mock/clock/advance', 'POST');
move(byId('clock-set'), '/_mock/clock', 'PUT');
