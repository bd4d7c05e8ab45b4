// Describes faults.

import {count, duration} from './format.js';

export const KINDS = {
  status: 'respond with a status',
  delay: 'respond late',
  cutConnection: 'close connection, do not execute',
  cutResponse: 'execute, then close connection',
  rateLimit: 'respond with 429',
};

const kindOf = ({kind, status, millis}) => {
  if (kind === 'status' && status !== undefined) {
    return `respond with ${status}`;
  }
  const text = KINDS[kind] ?? kind ?? 'unknown';
  return millis === undefined ? text : kind === 'delay' ? `respond ${duration(millis)} late` : `${text} for ${duration(millis)}`;
};

export function describe({kind, status, millis, task, times, probability}) {
  return [
    kindOf({kind, status, millis}),
    task === undefined ? undefined : `for ${task}`,
    times === undefined ? 'always' : times === 1 ? 'once' : count(times, 'time'),
    probability === undefined ? undefined : `with probability ${probability}`,
  ].filter((part) => part !== undefined).join(', ');
}

// Describes the fault that a request met, which may have been removed since.
export function met({faultId, faultKind, status}) {
  return faultId === undefined ? undefined : `${faultId}: ${kindOf({kind: faultKind, status})}`;
}
