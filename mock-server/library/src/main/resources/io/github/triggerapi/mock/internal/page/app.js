// The application: names the views, and updates the data with the events of the server.

import {call, pages} from './api.js';
import * as clock from './clock.js';
import {showDocuments} from './documents.js';
import {byId, onceAFrame, setText} from './dom.js';
import * as faults from './faults.js';
import {announce} from './news.js';
import {attempt, clear, show} from './problems.js';
import * as queues from './queues.js';
import {hideRequest, showRequest} from './request-view.js';
import {requests, showRequests} from './requests.js';
import './reset.js';
import {start, view} from './router.js';
import {allChanged, hideRun, runChanged, showRun} from './run-view.js';
import {runs, showRuns, tellHow} from './runs.js';
import {loadInfo} from './server.js';
import {listen} from './stream.js';

view('runs', {section: 'view-runs', show: showRuns});
view('runs', {section: 'view-run', entries: true, show: showRun, hide: hideRun});
view('requests', {section: 'view-requests', show: showRequests});
view('requests', {section: 'view-request', entries: true, show: showRequest, hide: hideRequest});
view('queues', {section: 'view-queues', show: queues.refresh});
view('clock', {section: 'view-clock', show: () => attempt(clock.refresh)});
view('faults', {section: 'view-faults', show: faults.refresh});
view('documents', {section: 'view-documents', show: showDocuments});

// Counts resets of the server, so that responses to earlier calls are ignored.
let life = 0;

function link(state, text) {
  byId('link').dataset.state = state;
  setText(byId('link'), text);
}

// Many events may be received at once; each frame handles all of them.
let due = {run: [], request: []};

const flush = onceAFrame(() => {
  const {run, request} = due;
  due = {run: [], request: []};
  if (run.length) {
    announce(runs.put(run));
    run.forEach(runChanged);
  }
  if (request.length) {
    requests.put(request);
    if (request.some((one) => one.verdict === 'faulted')) {
      faults.showFaults();
    }
  }
});

function removeAll() {
  life++;
  due = {run: [], request: []};
  runs.clear();
  requests.clear();
  allChanged();
}

function event(name, data) {
  if (name in due) {
    due[name].push(data);
    flush();
  } else if (name === 'clock') {
    clock.hear(data);
    queues.showQueues();
  } else if (name === 'reset') {
    removeAll();
    load();
  }
}

// Loads all data. Later changes are received as events, and the latest version of a run is kept.
async function load() {
  const mine = life;
  await attempt(async () => {
    tellHow(await loadInfo());
    await clock.refresh();
    await Promise.all([fetchAll('runs', runs, mine), fetchAll('requests', requests, mine)]);
  });
  faults.showFaults();
}

async function fetchAll(name, store, mine) {
  for await (const page of pages(`/_mock/${name}`)) {
    if (mine !== life) {
      return;
    }
    store.put(page[name]);
  }
  store.finish();
}

start('runs');

let lostBefore = false;

listen({
  opened() {
    link('live', 'live');
    if (lostBefore) {
      clear();
      // Another server may have been started meanwhile.
      removeAll();
    }
    load();
  },
  event,
  lost(error) {
    if (!lostBefore || byId('link').dataset.state === 'live') {
      show(error);
    }
    lostBefore = true;
    link('lost', 'no connection, reconnecting');
  },
});
