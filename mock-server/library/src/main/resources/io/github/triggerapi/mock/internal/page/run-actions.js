// What a user can do with a run. An action is {name, applies, act}: `applies` says for which runs there is a button, and `act`
// is called with the run and its request, undefined if that is no longer kept.

import {copyOf, send} from './again.js';
import {curl} from './curl.js';
import {button} from './dom.js';
import {copy, notice} from './notice.js';
import {attempt} from './problems.js';

const ACTIONS = [
  {
    name: 'Trigger again',
    applies: () => true,
    act: async ({run, request}) => {
      const {id} = await send(await copyOf(request, run));
      if (id === run.id) {
        notice('Its idempotency key led to the same run');
      } else if (id === undefined) {
        notice('The request was sent again');
      } else {
        location.hash = `#/runs/${encodeURIComponent(id)}`;
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
    place.replaceChildren(...wanted.map(({name}) => button(name)));
  }
  wanted.forEach(({act}, at) => {
    const one = place.children[at];
    one.onclick = async () => {
      one.disabled = true;
      await attempt(() => act(entry));
      one.disabled = false;
    };
  });
}
