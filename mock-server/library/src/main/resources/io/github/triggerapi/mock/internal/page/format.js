// Formats times, durations, numbers and names.

import {element} from './dom.js';

// The units of durations, the longest first, with their milliseconds.
const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1000]];

// In UTC as in the API, so that it can be compared with logs.
export function time(text) {
  if (!text) {
    return '';
  }
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString().replace('T', ' ').replace(/(\.\d{3})?Z$/, '');
}

// Returns a time with its milliseconds, for where there is room.
export function exactTime(text) {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? String(text) : `${moment.toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}

// Returns the two largest units, as in "2 h 5 m".
export function duration(millis) {
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  if (millis < 60_000) {
    return `${(Math.floor(millis / 100) / 10).toLocaleString('en')} s`;
  }
  const at = UNITS.findIndex(([, size]) => millis >= size);
  const [name, size] = UNITS[at];
  const rest = Math.floor((millis % size) / UNITS[at + 1][1]);
  return `${Math.floor(millis / size).toLocaleString('en')} ${name}${rest ? ` ${rest} ${UNITS[at + 1][0]}` : ''}`;
}

// Returns the distance of two times in one unit, as in "5 m ago" or "in 2 h".
export function distance(millis) {
  const size = Math.abs(millis);
  const [name, unit] = UNITS.find(([, least]) => size >= least) ?? [];
  if (!unit) {
    return 'now';
  }
  const text = `${Math.floor(size / unit).toLocaleString('en')} ${name}`;
  return millis > 0 ? `${text} ago` : `in ${text}`;
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

// Returns a name that is broken between its words if it needs more than a line.
export function name(text) {
  const parts = text.split(/(?<=[-_./: ])(?=[^-_./: ])|(?<=\p{Ll})(?=\p{Lu})/u);
  return element('span', {class: 'name', title: text}, ...parts.flatMap((part, at) => (at ? [element('wbr'), part] : [part])));
}
