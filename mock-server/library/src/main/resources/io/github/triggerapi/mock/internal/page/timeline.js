// A bar that shows how long a run was delayed, queued and executing.

import {element} from './dom.js';
import {duration} from './format.js';

// Each part has at least this percentage of the bar, so that short ones can be seen beside long ones.
const LEAST_PERCENT = 1.2;

// Returns parts {kind, millis, open} in order of time. An open part is not over.
export function phases(run, now) {
  const found = [];
  const add = (kind, start, end) => {
    if (start !== undefined) {
      found.push({kind, millis: Math.max(0, (end === undefined ? now : Date.parse(end)) - Date.parse(start)), open: end === undefined});
    }
  };
  if (run.delayUntil !== undefined) {
    add('delayed', run.createdAt, run.queuedAt ?? run.finishedAt);
  }
  add('queued', run.queuedAt, run.startedAt ?? run.finishedAt);
  add('executing', run.startedAt, run.finishedAt);
  return found;
}

export function timeline(run, now) {
  const parts = phases(run, now);
  const total = parts.reduce((sum, {millis}) => sum + millis, 0);
  const bar = element('div', {class: 'bar', 'aria-hidden': 'true'}, ...parts.filter(({millis, open}) => millis > 0 || open).map(({kind, millis, open}) => {
    const part = element('span', {class: open ? `${kind} open` : kind});
    part.style.flexGrow = Math.max((100 * millis) / (total || 1), LEAST_PERCENT);
    return part;
  }));
  return element(
    'div',
    {class: 'timeline'},
    ...(bar.childElementCount ? [bar] : []),
    element('ul', {}, ...parts.map(({kind, millis, open}) => element('li', {class: `key ${kind}`}, `${kind} `, element('strong', {}, duration(millis)), open ? ' so far' : ''))),
  );
}
