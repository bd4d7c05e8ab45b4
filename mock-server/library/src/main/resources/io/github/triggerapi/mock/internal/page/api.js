// Calls control, with the token where the server wants one. The token stays in the memory of this page.

import {byId} from './dom.js';

let token = '';
let asking;

export const authorization = () => (token ? {Authorization: `Bearer ${token}`} : {});

export async function open(path, {method = 'GET', body, signal} = {}) {
  for (;;) {
    const used = token;
    const answer = await fetch(path, {
      method,
      signal,
      cache: 'no-store',
      headers: {...authorization(), ...(body === undefined ? {} : {'Content-Type': 'application/json'})},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.ok) {
      return answer;
    }
    if (answer.status !== 401) {
      throw new Error(await errorText(answer));
    }
    // Somebody else may have asked while this call was on its way.
    if (token === used) {
      await (asking ??= ask(used !== '').finally(() => (asking = undefined)));
    }
  }
}

export async function call(path, options) {
  const answer = await open(path, options);
  return answer.status === 204 ? undefined : answer.json();
}

// All pages of a list, the oldest first.
export async function* pages(path) {
  let after = '';
  do {
    const page = await call(`${path}?limit=1000${after}`);
    yield page;
    after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`;
  } while (after);
}

async function errorText(answer) {
  try {
    return (await answer.json()).error;
  } catch {
    return `The server answered ${answer.status}`;
  }
}

function ask(again) {
  const dialog = byId('token');
  const field = dialog.querySelector('input');
  byId('token-heading').textContent = again ? 'That was not the control token' : 'Control token';
  field.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve, reject) => {
    dialog.addEventListener(
      'close',
      () => {
        if (!field.value) {
          reject(new Error('The server asks for its control token: load this page again to enter it'));
          return;
        }
        token = field.value;
        field.value = '';
        resolve();
      },
      {once: true},
    );
  });
}
