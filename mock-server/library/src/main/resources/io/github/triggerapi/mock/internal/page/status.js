// The statuses of runs and the verdicts of requests, each with a shape and a color.

import {element} from './dom.js';
import {icon} from './icons.js';

// In the order in which a run has them.
export const STATUSES = ['DELAYED', 'QUEUED', 'EXECUTING', 'COMPLETED', 'FAILED', 'EXPIRED', 'CANCELED', 'TIMED_OUT', 'CRASHED',
  'SYSTEM_FAILURE'];
export const VERDICTS = ['accepted', 'rejected', 'faulted'];

const SHAPES = {
  DELAYED: 'delayed',
  QUEUED: 'queued',
  EXECUTING: 'executing',
  COMPLETED: 'succeeded',
  FAILED: 'failed',
  EXPIRED: 'expired',
  CANCELED: 'canceled',
  TIMED_OUT: 'failed',
  CRASHED: 'failed',
  SYSTEM_FAILURE: 'failed',
  accepted: 'succeeded',
  rejected: 'failed',
  faulted: 'faulted',
};

// A later version of the server may have further statuses.
export const shape = (status) => SHAPES[status] ?? 'unknown';

export const label = (status) => status.charAt(0).toUpperCase() + status.slice(1).toLowerCase().replaceAll('_', ' ');

export function badge(status) {
  return element('span', {class: `badge ${shape(status)}`, 'data-value': status}, icon(shape(status)), label(status));
}
