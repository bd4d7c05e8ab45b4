// The runs.

import {byId, element, setText} from './dom.js';
import {showRun} from './detail.js';
import {Filter, matches} from './filter.js';
import {Listing} from './listing.js';
import {attempt} from './problems.js';
import {Store} from './store.js';
import {STATUSES, badge, time} from './format.js';

const KEPT = ['id', 'task', 'environment', 'status', 'number', 'version', 'tags', 'queue', 'concurrencyKey', 'idempotencyKey',
  'createdAt', 'queuedAt', 'startedAt', 'finishedAt'];

export const runs = new Store((run) => Object.fromEntries(KEPT.map((name) => [name, run[name]])));

const view = byId('view-runs');
const form = view.querySelector('form');
form.elements.status.append(...STATUSES.map((status) => element('option', {value: status}, status)));

const filter = new Filter(form, () => listing.restart());

const listing = new Listing({
  place: view.querySelector('.listing'),
  store: runs,
  noun: 'run',
  caption: 'Runs, the newest first',
  open: (run) => attempt(() => showRun(run.id)),
  passes: (run) => {
    const wanted = filter.values;
    return matches(wanted.task, run.task)
      && (!wanted.status || run.status.toLowerCase() === wanted.status)
      && (!wanted.tag || matches(wanted.tag, ...run.tags))
      && matches(wanted.queue, run.queue)
      && matches(wanted.key, run.idempotencyKey, run.concurrencyKey);
  },
  columns: [
    {name: 'Run', kind: 'id', value: (run) => run.id},
    {name: 'Task', kind: 'name', value: (run) => run.task},
    {name: 'Status', kind: 'status', value: (run) => badge(run.status)},
    {name: 'Created', kind: 'time', value: (run) => time(run.createdAt)},
    {name: 'Queue', kind: 'name', value: (run) => (run.concurrencyKey ? `${run.queue} · ${run.concurrencyKey}` : run.queue)},
    {name: 'Tags', kind: 'tags', value: (run) => run.tags.join(', ')},
  ],
});

const first = byId('first-run');

// Shown only when it is known that there are no runs, so that it does not appear while the page is loading.
function showFirst() {
  const none = runs.complete && runs.size === 0;
  first.hidden = !none;
  view.querySelector('.listing').hidden = form.hidden = none;
}

runs.onChange(showFirst);

export const showRuns = listing.render;

// The first operation of the document for a task triggers it.
export function tellHow(info) {
  const found = info.document.operations.find(({method, path}) => method === 'POST' && /\{task/i.test(path));
  const task = info.options.tasks[0] ?? 'my-task';
  const path = found ? found.path.replace(/\{[^}]+\}/, () => encodeURIComponent(task)) : '/';
  setText(byId('first-run-command'), `curl -X POST ${location.origin}${path} \\
  -H 'Authorization: Bearer ${info.options.anyKey ? 'tr_dev_1' : 'YOUR_KEY'}' \\
  -H 'Content-Type: application/json' \\
  -d '{"payload": {"hello": "world"}}'`);
}

byId('copy-command').addEventListener('click', async ({target}) => {
  await attempt(() => navigator.clipboard.writeText(byId('first-run-command').textContent));
  target.textContent = 'Copied';
  setTimeout(() => (target.textContent = 'Copy'), 2000);
});
