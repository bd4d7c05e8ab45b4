// Shows what is set for the runs of tasks.

import {call} from './api.js';
import {brief} from './brief.js';
import {element} from './dom.js';
import {count, duration, name} from './format.js';

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
  return element('ul', {class: 'plans'}, ...tasks.map((one) => element('li', {}, element('strong', {}, name(one.task)), element('ol', {}, ...lines(one).map((line) => element('li', {}, line))))));
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
