// Shows a run at its own address.

import {call} from './api.js';
import {now, onTick} from './clock.js';
import {byId, element, onceAFrame} from './dom.js';
import {block, facts, folded, missing} from './facts.js';
import {duration, exactTime, name} from './format.js';
import {moment} from './moments.js';
import {loadPlans, planList} from './plans.js';
import {show as showProblem} from './problems.js';
import {scrollBack} from './router.js';
import {showActions} from './run-actions.js';
import {addressOfThose, ownQueue, runs} from './runs.js';
import {badge, shape} from './status.js';
import {timeline} from './timeline.js';
import {tree} from './tree.js';

const heading = byId('run-heading');
const actions = byId('run-actions');
const parts = byId('run-parts');

const JSON_PARTS = [['payload', 'Payload'], ['output', 'Output'], ['metadata', 'Metadata'], ['initialMetadata', 'Initial metadata'],
  ['context', 'Context'], ['options', 'Options']];
const TIMES = [['createdAt', 'Created'], ['delayUntil', 'Delayed until'], ['queuedAt', 'Queued'], ['startedAt', 'Started'],
  ['finishedAt', 'Finished'], ['dueAt', 'Next change']];

// The id of the run that is to be shown, and the run as far as it is known.
let wanted;
let shown;

export async function showRun(id) {
  wanted = id;
  shown = undefined;
  heading.replaceChildren(id);
  actions.replaceChildren();
  parts.replaceChildren(element('p', {class: 'quiet'}, 'Loading …'));
  await refresh(id);
  scrollBack();
  heading.focus({preventScroll: true});
}

export function hideRun() {
  wanted = shown = undefined;
}

// To be called with each run that has changed.
export function runChanged({id, version}) {
  if (id === wanted && (shown === undefined || version > shown.version)) {
    refresh(id);
  }
}

// To be called when all runs may have changed.
export function allChanged() {
  // Versions of other runs say nothing about this one.
  shown = undefined;
  if (wanted !== undefined) {
    refresh(wanted);
  }
}

async function refresh(id) {
  let found;
  let plans = [];
  try {
    found = await call(`/_mock/runs/${encodeURIComponent(id)}`);
    if (found.run.startedAt === undefined && found.run.finishedAt === undefined) {
      plans = await loadPlans(found.run.task);
    }
  } catch (error) {
    if (id === wanted) {
      error.status === 404 ? showMissing(id) : showProblem(error);
    }
    return;
  }
  // Another run may be wanted meanwhile, and a later response may have come first.
  if (id === wanted && !(shown?.version > found.run.version)) {
    shown = found.run;
    draw(found, plans);
  }
}

function showMissing(id) {
  shown = undefined;
  heading.replaceChildren('Run not found');
  actions.replaceChildren();
  parts.replaceChildren(missing(`There is no run ${id}. The server was reset or started anew since, or has removed the run to make room.`));
}

function draw({run, request}, plans) {
  heading.replaceChildren(name(run.task), ' ', badge(run.status));
  showActions(actions, {run, request});
  parts.replaceChildren(
    facts([
      ['Run', element('code', {}, run.id), 'wide'],
      ['Created', moment(run.createdAt)],
      ['Environment', run.environment],
      ['Queue', ...long(ownQueue({...run, concurrencyKey: undefined}))],
      ['Concurrency key', ...long(run.concurrencyKey)],
      ['Idempotency key', ...long(run.idempotencyKey)],
      ['Key as given', ...long(run.givenIdempotencyKey)],
      ['Key expires', moment(run.idempotencyExpiresAt)],
      ['Time to live', run.ttlSeconds === undefined ? undefined : duration(run.ttlSeconds * 1000)],
      ['Attempts', run.attemptCount?.toLocaleString('en')],
      ['Test', run.isTest && 'yes'],
      ['Batch', run.batchId && element('a', {href: addressOfThose({batch: run.batchId})}, element('code', {}, run.batchId)), 'wide'],
      ['Tags', run.tags.length ? element('span', {class: 'labels'}, ...run.tags.map((tag) => element('a', {class: 'label tag', href: addressOfThose({tag})}, name(tag)))) : undefined],
      ['Request', request ? element('a', {href: `#/requests/${request.number}`}, `Request ${request.number}`) : 'no longer kept'],
    ]),
    timeline(run, now().getTime()),
    element('section', {class: 'part relatives', hidden: true}),
    ...(plans.length ? [element('section', {class: 'part'}, element('h3', {}, 'What is set for its task'), planList(plans))] : []),
    ...(run.error === undefined ? [] : [block(planned('Error', run), run.error, {kind: shape(run.status) === 'failed' ? 'bad' : undefined, note: run.errorName})]),
    ...(run.stackTrace === undefined ? [] : [folded('Stack trace', run.stackTrace)]),
    element('div', {class: 'parts'}, ...JSON_PARTS.filter(([member]) => member in run).map(([member, title]) => block(member === 'output' ? planned(title, run) : title, JSON.stringify(run[member], null, 2)))),
    element('section', {class: 'part'}, element('h3', {}, 'Times'), facts(TIMES.map(([member, title]) => [title, run[member] && exactTime(run[member])]))),
  );
  showTree();
}

// The status of a relative may change, and further runs may be triggered.
function showTree() {
  const place = parts.querySelector('.relatives');
  const made = shown && place && tree(shown);
  if (made && !made.isEqualNode(place.lastElementChild)) {
    place.replaceChildren(element('h3', {}, 'Runs that triggered each other'), made);
    place.hidden = false;
  }
}

runs.onChange(onceAFrame(showTree));

// A long text gets the width of two short ones.
const long = (text) => [text, text?.length > 24 ? 'wide' : undefined];

// A run has its output or error already while it executes.
const planned = (title, {finishedAt}) => (finishedAt === undefined ? `${title} when it finishes` : title);

// The bar of a run that is not finished grows.
onTick(() => {
  if (shown && shown.finishedAt === undefined) {
    parts.querySelector('.timeline')?.replaceWith(timeline(shown, now().getTime()));
  }
});
