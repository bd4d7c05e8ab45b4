// What a user can do with a run. An action is {name, kind, applies, act}: `kind` is the class of its button, `applies` says for
// which runs there is one, and `act` is called with the run and its request, undefined if that is no longer kept.

import {copyOf, send} from './again.js';
import {call} from './api.js';
import {curl} from './curl.js';
import {button} from './dom.js';
import {copy, notice} from './notice.js';
import {attempt} from './problems.js';
import {reschedule} from './reschedule.js';
import {addressOf} from './runs.js';
import {shape} from './status.js';

const change = (run, what) => call(`/_mock/runs/${encodeURIComponent(run.id)}/${what}`, {method: 'POST'});
const failed = ({run}) => shape(run.status) === 'failed';

async function replay({run}) {
  location.hash = addressOf((await change(run, 'replay')).id);
}

const ACTIONS = [
  {name: 'Retry', kind: 'primary', applies: failed, act: replay},
  {name: 'Reschedule', applies: ({run}) => run.status === 'DELAYED', act: ({run}) => reschedule(run)},
  {
    name: 'Cancel run',
    kind: 'danger',
    applies: ({run}) => run.finishedAt === undefined,
    act: async ({run}) => {
      const {status} = await change(run, 'cancel');
      notice(status === 'CANCELED' ? 'The run was canceled' : 'The run had finished before');
    },
  },
  {name: 'Replay', applies: (entry) => !failed(entry), act: replay},
  {
    // Its idempotency key and the faults of the server apply to it, unlike to a replay.
    name: 'Send request again',
    applies: () => true,
    act: async ({run, request}) => {
      const {id} = await send(await copyOf(request, run));
      if (id === run.id) {
        notice('Its idempotency key led to the same run');
      } else if (id === undefined) {
        notice('The request was sent again');
      } else {
        location.hash = addressOf(id);
      }
    },
  },
  {
    name: 'Copy as curl',
    applies: () => true,
    act: async ({run, request}) => copy(curl(await copyOf(request, run)), 'Command'),
  },
];

// Puts the buttons for a run in their place. Buttons that are there already stay, so that they keep the focus.
export function showActions(place, entry) {
  const wanted = ACTIONS.filter(({applies}) => applies(entry));
  const same = wanted.map(({name}) => name).join() === [...place.children].map((one) => one.textContent).join();
  if (!same) {
    const focused = place.contains(document.activeElement);
    place.replaceChildren(...wanted.map(({name, kind}) => button(name, undefined, {class: kind, 'data-name': name})));
    if (focused) {
      place.firstElementChild.focus();
    }
  }
  wanted.forEach(({act}, at) => {
    const one = place.children[at];
    one.onclick = async () => {
      // If it were disabled, it would lose the focus.
      if (!one.hasAttribute('aria-disabled')) {
        one.setAttribute('aria-disabled', 'true');
        await attempt(() => act(entry));
        one.removeAttribute('aria-disabled');
      }
    };
  });
}
