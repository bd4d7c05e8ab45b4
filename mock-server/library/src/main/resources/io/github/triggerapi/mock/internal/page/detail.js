// Shows all data of one run or one request.

import {call} from './api.js';
import {byId, element, setText} from './dom.js';
import {attempt} from './problems.js';
import {badge, time} from './format.js';

const dialog = byId('detail');
const heading = byId('detail-heading');
const body = dialog.querySelector('.body');

dialog.querySelector('.close').addEventListener('click', () => dialog.close());
// A click outside of the content closes the dialog.
dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());

const JSON_PARTS = [['payload', 'Payload'], ['context', 'Context'], ['options', 'Options'], ['output', 'Output']];
const TIMES = [['createdAt', 'created'], ['delayUntil', 'delayed until'], ['queuedAt', 'queued'], ['startedAt', 'started'],
  ['finishedAt', 'finished'], ['dueAt', 'changes at']];

let shown;

export async function showRun(id) {
  const {run, request} = await call(`/_mock/runs/${encodeURIComponent(id)}`);
  shown = {id, version: run.version};
  open(`Run ${run.id}`, ...runParts(run), ...(request ? requestParts(request) : [element('p', {class: 'quiet'}, 'Its request is no longer kept.')]));
}

export async function showRequest(number) {
  const page = await call(`/_mock/requests?limit=1&after=${number - 1}`);
  const request = page.requests[0];
  if (request?.number !== number) {
    throw new Error(`Request ${number} is no longer kept`);
  }
  shown = undefined;
  const button = request.runId && element('button', {type: 'button', onclick: () => attempt(() => showRun(request.runId))}, 'Show its run');
  open(`Request ${number}`, ...requestParts(request), ...(button ? [element('p', {}, button)] : []));
}

// Updates a run that is shown.
export function changed(run) {
  if (dialog.open && shown?.id === run.id && run.version > shown.version) {
    shown.version = run.version;
    attempt(() => showRun(run.id));
  }
}

export function close() {
  dialog.close();
}

function open(title, ...parts) {
  const before = body.scrollTop;
  setText(heading, title);
  body.replaceChildren(...parts);
  if (dialog.open) {
    body.scrollTop = before;
  } else {
    dialog.showModal();
    body.scrollTop = 0;
  }
}

function runParts(run) {
  return [
    facts([
      ['Task', run.task],
      ['Status', badge(run.status)],
      ['Environment', run.environment],
      ['Queue', run.queue],
      ['Concurrency key', run.concurrencyKey],
      ['Idempotency key', run.idempotencyKey],
      ['Key expires', time(run.idempotencyExpiresAt)],
      ['Tags', run.tags.join(', ')],
      ['Time to live', run.ttlSeconds === undefined ? undefined : `${run.ttlSeconds} s`],
      ['Number', String(run.number)],
    ]),
    ...(run.error === undefined ? [] : [element('h3', {}, 'Error'), pre(run.error)]),
    ...JSON_PARTS.filter(([name]) => name in run).flatMap(([name, title]) => [element('h3', {}, title), pre(pretty(run[name]))]),
    element('h3', {}, 'Times'),
    facts(TIMES.map(([name, title]) => [title, time(run[name])])),
  ];
}

function requestParts(request) {
  const headers = Object.entries(request.headers).flatMap(([name, values]) => values.map((value) => `${name}: ${value}`));
  const bytes = request.bodyBytes;
  return [
    element('h3', {}, 'Request'),
    facts([
      ['Line', `${request.method} ${request.path}`],
      ['Verdict', badge(request.verdict)],
      ['Reason', request.reason],
      ['Response', request.status === undefined ? 'none' : String(request.status)],
      ['Time', time(request.time)],
      ['Body', `${bytes.toLocaleString('en')} bytes`],
    ]),
    element('h4', {}, 'Headers'),
    pre(headers.join('\n')),
    ...(request.body === '' ? [] : [element('h4', {}, 'Body'), pre(request.body)]),
  ];
}

function facts(pairs) {
  return element('dl', {}, ...pairs.filter(([, value]) => value).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

// Long lines can also be scrolled with the keyboard.
function pre(text) {
  return element('pre', {tabindex: '0'}, element('code', {}, text));
}

function pretty(value) {
  return JSON.stringify(value, null, 2);
}
