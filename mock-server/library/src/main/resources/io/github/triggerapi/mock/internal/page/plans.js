// Shows what is set for the runs of tasks.

import {call} from './api.js';
import {brief} from './brief.js';
import {element} from './dom.js';
import {count, duration, name} from './format.js';

const MOST = 50;

// Loads what is set for all tasks, or for one.
export async function loadPlans(task) {
  const {tasks} = await call('/_mock/tasks');
  return task === undefined ? tasks : tasks.filter((one) => one.task === task);
}

// Returns a list of the outcomes of each task, undefined if nothing is set.
export function planList(tasks) {
  if (tasks.length === 0) {
    return undefined;
  }
  return element('ul', {class: 'plans'}, ...first(tasks, 'task', (one) => element('li', {}, element('strong', {}, name(one.task)), element('ol', {}, ...first(lines(one), 'outcome', (line) => element('li', {}, line))))));
}

// Returns an element for each of the first values, and one that says how many others there are.
function first(values, noun, show) {
  const others = values.length - MOST;
  return [...values.slice(0, MOST).map(show), ...(others > 0 ? [element('li', {class: 'quiet'}, `and ${count(others, `other ${noun}`)}`)] : [])];
}

function lines({plan, left}) {
  if (plan === undefined) {
    return ['a handler executes the runs'];
  }
  return plan.stayQueued ? ['runs stay queued'] : plan.outcomes.map((outcome, at) => describe(outcome, left[at]));
}

function describe(outcome, left) {
  return [
    'payload' in outcome ? `with payload ${brief(outcome.payload)}: ` : '',
    outcome.error === undefined ? 'completed' : `failed: ${brief(outcome.error)}`,
    'output' in outcome ? ` with ${brief(outcome.output)}` : '',
    outcome.millis ? ` after ${duration(outcome.millis)}` : '',
    outcome.times === undefined ? '' : `, ${count(left, 'run')} left`,
  ].join('');
}
