// The list of received requests.

import {byId, element, setText} from './dom.js';
import {met} from './fault-text.js';
import {Filter, matches} from './filter.js';
import {name} from './format.js';
import {Listing} from './listing.js';
import {moment} from './moments.js';
import {scrollBack} from './router.js';
import {VERDICTS, badge} from './status.js';
import {Store} from './store.js';

const KEPT = ['number', 'time', 'method', 'path', 'status', 'verdict', 'reason', 'runId', 'faultId', 'faultKind'];

export const requests = new Store((request) => Object.fromEntries(KEPT.map((member) => [member, request[member]])));

const section = byId('view-requests');
const filter = new Filter(section, () => listing.restart());

const listing = new Listing({
  section,
  store: requests,
  noun: 'request',
  caption: 'Requests, the newest first',
  address: ({number}) => `#/requests/${number}`,
  kinds: VERDICTS,
  kindName: 'verdict',
  kind: (request) => request.verdict,
  passes: (request) => {
    const {text, status} = filter.values;
    return matches(text, request.path, request.reason, met(request)) && (!status || String(request.status ?? 'none').startsWith(status));
  },
  columns: [
    {name: 'Verdict', kind: 'status', value: (request) => badge(request.verdict)},
    {name: 'Request', kind: 'request', opens: true, value: (request) => [element('span', {class: 'method'}, request.method), ' ', name(request.path)]},
    {name: 'Fault or reason', kind: 'reason', value: (request) => [met(request), request.reason].filter((part) => part !== undefined).map((part) => element('span', {class: 'why'}, part))},
    {name: 'Response', kind: 'code', value: (request) => (request.status === undefined ? 'none' : String(request.status))},
    {name: 'Time', kind: 'time', value: (request) => moment(request.time)},
  ],
});

requests.onChange(() => setText(byId('requests-count'), requests.size ? requests.size.toLocaleString('en') : ''));

export function showRequests() {
  listing.render();
  scrollBack();
  listing.focusBack();
}
