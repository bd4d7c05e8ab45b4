// The list of runs.

import {brief, firstLine} from './brief.js';
import {curl} from './curl.js';
import {byId, element, setText} from './dom.js';
import {Filter, matches} from './filter.js';
import {name} from './format.js';
import {Listing} from './listing.js';
import {elapsed, moment} from './moments.js';
import {copy} from './notice.js';
import {attempt} from './problems.js';
import {scrollBack} from './router.js';
import {triggerPath} from './server.js';
import {STATUSES, badge} from './status.js';
import {Store} from './store.js';

const KEPT = ['id', 'task', 'environment', 'status', 'number', 'version', 'tags', 'queue', 'concurrencyKey', 'idempotencyKey',
  'batchId', 'parentRunId', 'createdAt', 'queuedAt', 'startedAt', 'finishedAt'];

export const runs = new Store((run, known) => ({
  ...Object.fromEntries(KEPT.map((member) => [member, run[member]])),
  // An event has no large payload, so that the one that is known is kept.
  payload: run.omitted?.includes('payload') ? known?.payload ?? 'a large payload' : 'payload' in run ? brief(run.payload) : undefined,
  // A run has its error already while it executes.
  error: run.error === undefined || run.finishedAt === undefined ? undefined : firstLine(run.error),
}));

export const addressOf = (id) => `#/runs/${encodeURIComponent(id)}`;

// Returns the address of the runs that a filter shows, such as {tag: 'a'}.
export const addressOfThose = (filter) => `#/runs?${new URLSearchParams(filter)}`;

// Returns the queue of a run, undefined for that of its task.
export function ownQueue({task, queue, concurrencyKey}) {
  const shown = [queue === `task/${task}` ? undefined : queue, concurrencyKey].filter((part) => part !== undefined);
  return shown.length ? shown.join(' · ') : undefined;
}

const section = byId('view-runs');
const filter = new Filter(section, () => listing.restart());

const listing = new Listing({
  section,
  store: runs,
  noun: 'run',
  caption: 'Runs, the newest first',
  address: (run) => addressOf(run.id),
  kinds: STATUSES,
  kindName: 'status',
  kind: (run) => run.status,
  passes: (run) => {
    const wanted = filter.values;
    return matches(wanted.task, run.task)
      && matches(wanted.id, run.id)
      && (!wanted.tag || matches(wanted.tag, ...run.tags))
      && matches(wanted.queue, run.queue)
      && matches(wanted.batch, run.batchId)
      && matches(wanted.key, run.idempotencyKey, run.concurrencyKey);
  },
  columns: [
    {name: 'Status', kind: 'status', value: (run) => badge(run.status)},
    {name: 'Run', kind: 'run', opens: true, value: (run) => [name(run.task), element('span', {class: 'id'}, run.id)]},
    {name: 'Payload', kind: 'payload', value: (run) => [
      run.payload === undefined ? undefined : element('span', {class: 'brief'}, run.payload),
      run.error === undefined ? undefined : element('span', {class: 'why'}, run.error),
      labels(run),
    ]},
    {name: 'Duration', kind: 'duration', value: (run) => (run.startedAt ? elapsed(run.startedAt, run.finishedAt) : undefined)},
    {name: 'Created', kind: 'time', value: (run) => moment(run.createdAt)},
  ],
});

function labels(run) {
  const queue = ownQueue(run);
  const shown = [
    ...(queue === undefined ? [] : [element('span', {class: 'label queue'}, element('span', {class: 'unseen'}, 'queue '), name(queue))]),
    ...run.tags.map((tag) => element('span', {class: 'label tag'}, element('span', {class: 'unseen'}, 'tag '), name(tag))),
  ];
  return shown.length ? element('span', {class: 'labels'}, ...shown) : undefined;
}

const first = byId('first-run');

// Shown only when it is known that there are no runs, so that it does not appear while the page is loading.
runs.onChange(() => {
  const none = runs.complete && runs.size === 0;
  first.hidden = !none;
  section.querySelector('.listing').hidden = section.querySelector('.chooser').hidden = listing.total.hidden = none;
  setText(byId('runs-count'), runs.size ? runs.size.toLocaleString('en') : '');
});

export function showRuns(none, query) {
  if (query.size) {
    filter.fill(query);
    listing.chips.clear();
    listing.restart();
    // Later changes of the filter would not be in the address.
    history.replaceState(null, '', '#/runs');
  }
  listing.render();
  scrollBack();
  listing.focusBack();
}

export function tellHow(info) {
  const key = info.options.anyKey ? 'tr_dev_1' : 'YOUR_KEY';
  setText(byId('first-run-command'), curl({
    method: 'POST',
    path: triggerPath(info, info.options.tasks[0] ?? 'my-task'),
    headers: [['Authorization', `Bearer ${key}`], ['Content-Type', 'application/json']],
    body: '{"payload": {"hello": "world"}}',
  }));
}

byId('copy-command').addEventListener('click', () => attempt(() => copy(byId('first-run-command').textContent, 'Command')));
