// The application: selects the view, and updates the data with the events of the server.

import {call, pages} from './api.js';
import * as clock from './clock.js';
import * as detail from './detail.js';
import {showDocuments} from './documents.js';
import {byId, onceAFrame, setText} from './dom.js';
import * as faults from './faults.js';
import {announce} from './news.js';
import {attempt, clear, show} from './problems.js';
import * as queues from './queues.js';
import {requests, showRequests} from './requests.js';
import {runs, showRuns, tellHow} from './runs.js';
import {listen} from './stream.js';

const views = {
  runs: showRuns,
  requests: showRequests,
  queues: queues.refresh,
  clock: () => attempt(clock.refresh),
  faults: faults.refresh,
  documents: showDocuments,
};

// Counts resets of the server, so that responses to earlier calls are ignored.
let life = 0;

function route() {
  const wanted = location.hash.slice(1);
  if (wanted === 'main') {
    return;
  }
  const name = wanted in views ? wanted : 'runs';
  for (const other of Object.keys(views)) {
    byId(`view-${other}`).hidden = other !== name;
  }
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#${name}`) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  views[name]();
}

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
    run.forEach(detail.changed);
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
  detail.close();
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
    const info = await call('/_mock/info');
    setText(byId('about'), `${info.document.title} ${info.document.version}, mocked by version ${info.version}`);
    tellHow(info);
    await clock.refresh();
    await Promise.all([fetchAll('runs', runs, mine), fetchAll('requests', requests, mine)]);
  });
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

addEventListener('hashchange', route);
route();

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
