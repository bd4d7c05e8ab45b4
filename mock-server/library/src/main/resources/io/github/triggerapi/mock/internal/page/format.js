// Formats times, numbers and statuses.

import {element} from './dom.js';

export const STATUSES = ['DELAYED', 'QUEUED', 'EXECUTING', 'COMPLETED', 'FAILED', 'EXPIRED', 'CANCELED', 'TIMED_OUT', 'CRASHED',
  'SYSTEM_FAILURE'];

// In UTC as in the API, so that it can be compared with logs.
export function time(text) {
  if (!text) {
    return '';
  }
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString().replace('T', ' ').replace(/(\.\d{3})?Z$/, '');
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function badge(text) {
  return element('span', {class: 'badge', 'data-value': text}, text);
}
