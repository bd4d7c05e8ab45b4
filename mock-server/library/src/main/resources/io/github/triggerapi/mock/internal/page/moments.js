// Times relative to the clock of the server, and durations that are not over. They are kept up to date.

import {now, onTick} from './clock.js';
import {element, setText} from './dom.js';
import {distance, duration, exactTime} from './format.js';

// Returns an element such as "5 m ago", with the exact time as its title.
export function moment(text) {
  return text ? updated(element('time', {datetime: text, title: exactTime(text)})) : undefined;
}

// Returns an element with the time from a start to an end, or until now if there is no end.
export function elapsed(start, end) {
  if (!start) {
    return undefined;
  }
  return end === undefined ? updated(element('span', {class: 'elapsed', 'data-since': start})) : element('span', {class: 'elapsed'}, between(start, Date.parse(end)));
}

const between = (start, end) => duration(Math.max(0, end - Date.parse(start)));

function updated(made) {
  const {since} = made.dataset;
  setText(made, since === undefined ? distance(now().getTime() - Date.parse(made.getAttribute('datetime'))) : between(since, now().getTime()));
  return made;
}

onTick(() => document.querySelectorAll('main time[datetime], main [data-since]').forEach(updated));
