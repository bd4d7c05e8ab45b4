// The faults.

import {call} from './api.js';
import {byId, element} from './dom.js';
import {KINDS, describe} from './fault-text.js';
import {attempt, show} from './problems.js';
import {count} from './format.js';

const USUAL = [
  ['503, once', {kind: 'status', status: 503, times: 1}],
  ['429 for 5 s, once', {kind: 'rateLimit', millis: 5000, times: 1}],
  ['Close connection, once', {kind: 'cutConnection', times: 1}],
  ['Lose the response, once', {kind: 'cutResponse', times: 1}],
  ['2 s late, always', {kind: 'delay', millis: 2000}],
];

const NEEDS = {status: ['status'], millis: ['delay', 'rateLimit']};
const NUMBERS = ['status', 'millis', 'times', 'probability'];

const view = byId('view-faults');
const form = byId('fault-form');
const {elements} = form;

elements.kind.append(...Object.entries(KINDS).map(([kind, text]) => element('option', {value: kind}, text)));
elements.kind.addEventListener('change', fit);
fit();

byId('usual-faults').append(...USUAL.map(([text, rule]) => element('button', {type: 'button', onclick: () => add(rule)}, text)));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const filled = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== '');
  add(Object.fromEntries(filled.map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value])));
});

// Enables only the fields that the kind needs; disabled fields are not sent.
function fit() {
  for (const [name, kinds] of Object.entries(NEEDS)) {
    elements[name].disabled = !kinds.includes(elements.kind.value);
    elements[name].required = !elements[name].disabled;
    elements[name].parentElement.hidden = elements[name].disabled;
  }
}

async function add(rule) {
  await attempt(() => call('/_mock/faults', {method: 'POST', body: rule}));
  await refresh();
}

async function remove(id) {
  await attempt(() => call(id === undefined ? '/_mock/faults' : `/_mock/faults/${encodeURIComponent(id)}`, {method: 'DELETE'}));
  await refresh();
  byId('faults-heading').focus();
}

export function showFaults() {
  if (view.checkVisibility()) {
    refresh();
  }
}

// Counts calls, because responses may overtake each other: only that to the latest call is shown.
let calls = 0;

export async function refresh() {
  const mine = ++calls;
  try {
    const {faults} = await call('/_mock/faults');
    if (mine === calls) {
      list(faults);
    }
  } catch (error) {
    show(error);
  }
}

function list(faults) {
  byId('fault-list').replaceChildren(
    ...(faults.length === 0
      ? [element('p', {class: 'empty'}, 'No faults: all requests get their normal response.')]
      : [
          element('ul', {class: 'faults'}, ...faults.map(entry)),
          element('p', {}, element('button', {type: 'button', onclick: () => remove()}, 'Remove all')),
        ]),
  );
}

function entry({id, applied, exhausted, fault}) {
  return element(
    'li',
    {class: exhausted ? 'exhausted' : undefined},
    element('span', {class: 'rule'}, element('strong', {}, describe(fault)), `, applied to ${count(applied, 'request')}${exhausted ? ', exhausted' : ''}`),
    element('button', {type: 'button', 'aria-label': `Remove ${id}`, onclick: () => remove(id)}, 'Remove'),
  );
}
