// Calls the control API, with the token if the server requires one. The token is kept in the memory of this page only.

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
    // Another call may have asked for the token meanwhile.
    if (token === used) {
      await (asking ??= ask(used !== '').finally(() => (asking = undefined)));
    }
  }
}

export async function call(path, options) {
  const answer = await open(path, options);
  return answer.status === 204 ? undefined : answer.json();
}

// Reads all pages of a list, the oldest entries first.
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
  byId('token-heading').textContent = again ? 'Wrong control token' : 'Control token';
  field.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve, reject) => {
    dialog.addEventListener(
      'close',
      () => {
        if (!field.value) {
          reject(new Error('The server requires its control token: reload this page to enter it'));
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
