// The queues and their load.

import {call} from './api.js';
import {chart, describe} from './chart.js';
import {now} from './clock.js';
import {button, byId, element} from './dom.js';
import {load} from './load.js';
import {loadPlans, planList} from './plans.js';
import {attempt, show} from './problems.js';
import {runs} from './runs.js';
import {count, name} from './format.js';

const PAUSE_MILLIS = 1000;

const view = byId('view-queues');
const choice = byId('queue-choice');
let timer;
// Whether all runs were known when they changed last.
let complete = false;

choice.addEventListener('change', () => draw());

runs.onChange(() => {
  // Does not wait as soon as all runs are known.
  if (runs.complete && !complete && view.checkVisibility()) {
    options();
    draw();
  }
  complete = runs.complete;
  showQueues();
});

// Calls the server at most once a second, however many runs change.
export function showQueues() {
  timer ??= setTimeout(() => {
    timer = undefined;
    if (view.checkVisibility()) {
      refresh();
    }
  }, PAUSE_MILLIS);
}

export async function refresh() {
  try {
    const [{queues}, plans] = await Promise.all([call('/_mock/queues'), loadPlans()]);
    table(queues);
    byId('plans').replaceChildren(planList(plans) ?? element('p', {class: 'quiet'}, 'Nothing is set for tasks: see PUT /_mock/tasks/{task} of the control API.'));
    options();
    draw();
  } catch (error) {
    show(error);
  }
}

const label = ({environment, name, concurrencyKey}) => `${environment} · ${name}${concurrencyKey === undefined ? '' : ` · ${concurrencyKey}`}`;
const labelOf = (run) => label({...run, name: run.queue});

function options() {
  const known = [...new Set(runs.newest().map(labelOf))].sort();
  const chosen = choice.value;
  if ([...choice.options].slice(1).map((option) => option.value).join('\n') !== known.join('\n')) {
    choice.replaceChildren(element('option', {value: ''}, 'all queues'), ...known.map((name) => element('option', {value: name}, name)));
    choice.value = known.includes(chosen) ? chosen : '';
  }
}

function draw() {
  const chosen = choice.value;
  const points = load(runs.newest((run) => !chosen || labelOf(run) === chosen), now().getTime());
  byId('queue-chart').replaceChildren(
    ...(points.length
      ? [
          chart(points, byId('queue-chart')),
          element('figcaption', {}, element('span', {class: 'key queued'}, 'queued'), element('span', {class: 'key executing'}, 'executing'), element('span', {class: 'quiet'}, describe(points))),
        ]
      : [element('p', {class: 'empty'}, runs.complete ? 'No run was in a queue yet.' : 'Loading …')]),
  );
}

function table(queues) {
  const cell = (text, name) => element('td', {class: 'number', 'data-name': name}, text);
  const focused = document.activeElement.dataset.queue;
  queues.sort((one, other) => (label(one) < label(other) ? -1 : 1));
  byId('queue-table').replaceChildren(
    queues.length === 0
      ? element('p', {class: 'quiet'}, 'No queue has a limit, is paused, or has queued or executing runs.')
      : element(
          'table',
          {},
          element('caption', {}, `${count(queues.length, 'queue')} with a limit, paused, or with queued or executing runs`),
          element('thead', {}, element('tr', {}, ...['Queue', 'Queued', 'Executing', 'Limit'].map((name) => element('th', {scope: 'col'}, name)), element('td'))),
          element(
            'tbody',
            {},
            ...queues.map((queue, at) => element(
              'tr',
              {},
              element('th', {scope: 'row'}, name(label(queue)), queue.paused ? element('span', {class: 'label paused'}, 'paused') : undefined),
              cell(String(queue.queued), 'Queued'),
              cell(String(queue.executing), 'Executing'),
              cell(String(queue.limit ?? 'none'), 'Limit'),
              element('td', {}, wholeOf(queue) === wholeOf(queues[at - 1] ?? {}) ? undefined : switchOf(queue)),
            )),
          ),
        ),
  );
  if (focused !== undefined) {
    [...byId('queue-table').querySelectorAll('button')].find((one) => one.dataset.queue === focused)?.focus();
  }
}

// A queue and its copies are paused together, so only the first of them has a button.
const wholeOf = ({environment, name}) => `${environment} · ${name}`;

function switchOf({environment, name, paused}) {
  const [text, path] = paused ? ['Resume', 'resume'] : ['Pause', 'pause'];
  const whole = wholeOf({environment, name});
  return button(text, async () => {
    await attempt(() => call(`/_mock/queues/${path}`, {method: 'POST', body: {environment, queue: name}}));
    await refresh();
  }, {class: 'small', 'aria-label': `${text} ${whole}`, 'data-queue': whole});
}
