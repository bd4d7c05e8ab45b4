// The received requests; at first those that were not accepted.

import {byId} from './dom.js';
import {showRequest} from './detail.js';
import {Filter, matches} from './filter.js';
import {Listing} from './listing.js';
import {attempt} from './problems.js';
import {Store} from './store.js';
import {badge, time} from './format.js';

const KEPT = ['number', 'time', 'method', 'path', 'status', 'verdict', 'reason', 'runId'];

export const requests = new Store((request) => Object.fromEntries(KEPT.map((name) => [name, request[name]])));

const view = byId('view-requests');
const filter = new Filter(view.querySelector('form'), () => listing.restart());

const listing = new Listing({
  place: view.querySelector('.listing'),
  store: requests,
  noun: 'request',
  caption: 'Requests, the newest first',
  open: (request) => attempt(() => showRequest(request.number)),
  passes: (request) => {
    const {verdict, text} = filter.values;
    return (!verdict || verdict.split(' ').includes(request.verdict)) && matches(text, request.path, request.reason);
  },
  columns: [
    {name: 'Request', kind: 'path', value: (request) => `${request.method} ${request.path}`},
    {name: 'Verdict', kind: 'status', value: (request) => badge(request.verdict)},
    {name: 'Response', kind: 'code', value: (request) => (request.status === undefined ? 'none' : String(request.status))},
    {name: 'Reason', kind: 'reason', value: (request) => request.reason ?? ''},
    {name: 'Time', kind: 'time', value: (request) => time(request.time)},
  ],
});

export const showRequests = listing.render;
