// Shows which runs triggered a run, and which it triggered.

import {element} from './dom.js';
import {count, name} from './format.js';
import {addressOf, runs} from './runs.js';
import {badge} from './status.js';

const MOST = 50;

// Returns a list from the first of the runs that triggered each other to those that the run triggered. Undefined if there is
// no other run.
export function tree(run) {
  const above = [...new Set([run.rootRunId, run.parentRunId])].filter((id) => id !== undefined);
  const relatives = runs.newest((one) => one.parentRunId === run.id || above.includes(one.id)).reverse();
  const below = relatives.filter((one) => one.parentRunId === run.id);
  if (above.length === 0 && below.length === 0) {
    return undefined;
  }
  let inner = item([badge(run.status), element('strong', {'aria-current': 'page'}, name(run.task)), element('span', {class: 'quiet'}, 'this run')], children(below));
  const between = (run.depth ?? 0) - above.length;
  above.reverse().forEach((id, at) => {
    inner = item(entry(relatives.find((one) => one.id === id), id), inner);
    if (at === 0 && between > 0) {
      inner = item([element('span', {class: 'quiet'}, `${count(between, 'run')} between`)], inner);
    }
  });
  return element('ul', {class: 'tree'}, inner);
}

function children(all) {
  const others = all.length - MOST;
  return [...all.slice(0, MOST).map((run) => item(entry(run))), ...(others > 0 ? [item([element('span', {class: 'quiet'}, `and ${count(others, 'other run')}`)])] : [])];
}

function item(content, inner = []) {
  const below = [inner].flat();
  return element('li', {}, element('span', {class: 'node'}, ...content), below.length ? element('ul', {}, ...below) : undefined);
}

function entry(run, id) {
  return run
    ? [badge(run.status), element('a', {href: addressOf(run.id)}, name(run.task)), element('code', {}, run.id)]
    : [element('code', {}, id), element('span', {class: 'quiet'}, runs.complete ? 'no longer kept' : 'loading …')];
}
