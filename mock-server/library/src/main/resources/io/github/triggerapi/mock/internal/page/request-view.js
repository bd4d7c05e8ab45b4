// Shows a request at its own address.

import {copyOf, send} from './again.js';
import {call} from './api.js';
import {curl} from './curl.js';
import {button, byId, element} from './dom.js';
import {block, facts, missing} from './facts.js';
import {met} from './fault-text.js';
import {exactTime, name} from './format.js';
import {copy, notice} from './notice.js';
import {attempt} from './problems.js';
import {scrollBack} from './router.js';
import {badge} from './status.js';

const heading = byId('request-heading');
const actions = byId('request-actions');
const parts = byId('request-parts');

let wanted;

export async function showRequest(id) {
  wanted = id;
  heading.replaceChildren(`Request ${id}`);
  actions.replaceChildren();
  parts.replaceChildren(element('p', {class: 'quiet'}, 'Loading …'));
  const number = Number(id);
  const page = Number.isSafeInteger(number) && number > 0 ? await attempt(() => call(`/_mock/requests?limit=1&after=${number - 1}`)) : {requests: []};
  if (wanted !== id || !page) {
    return;
  }
  const request = page.requests.find((one) => one.number === number);
  if (request) {
    draw(request);
  } else {
    parts.replaceChildren(missing(`There is no request ${id}. The server keeps the last requests only, and none after a reset.`));
  }
  scrollBack();
  heading.focus({preventScroll: true});
}

export function hideRequest() {
  wanted = undefined;
}

async function draw(request) {
  const headers = Object.entries(request.headers).flatMap(([header, values]) => values.map((value) => `${header}: ${value}`));
  heading.replaceChildren(`Request ${request.number} `, badge(request.verdict));
  parts.replaceChildren(
    facts([
      ['Request', element('code', {}, request.method, ' ', name(request.path)), 'wide'],
      ['Response', request.status === undefined ? 'none' : String(request.status)],
      ['Fault', met(request)],
      ['Time', exactTime(request.time), 'wide'],
      ['Run', request.runId && element('a', {href: `#/runs/${encodeURIComponent(request.runId)}`}, element('code', {}, request.runId)), 'wide'],
    ]),
    ...(request.reason === undefined ? [] : [block('Reason', request.reason, {kind: 'bad'})]),
    element(
      'div',
      {class: 'parts'},
      ...(request.body === '' ? [] : [block(`Body, ${request.bodyBytes.toLocaleString('en')} bytes`, pretty(request.body))]),
      block('Headers', headers.join('\n')),
    ),
  );
  const same = await copyOf(request);
  // Only the beginning of a large body is kept.
  if (wanted === String(request.number) && (same.body !== undefined || request.bodyBytes === 0)) {
    actions.replaceChildren(
      button('Send again', () => attempt(async () => notice(`The response was ${(await send(same)).status}`))),
      button('Copy as curl', () => attempt(() => copy(curl(same), 'Command'))),
    );
  }
}

// Bodies that are not JSON, or of which only the beginning is kept, are shown as they are.
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
