// Calls the control API, with the token if the server requires one. The token is kept in the memory of this page only.

import {secret} from './secret.js';

let token = '';
let asking;

export const authorization = () => (token ? {Authorization: `Bearer ${token}`} : {});

export async function open(path, {method = 'GET', body, signal} = {}) {
  for (;;) {
    const used = token;
    const response = await fetch(path, {
      method,
      signal,
      cache: 'no-store',
      headers: {...authorization(), ...(body === undefined ? {} : {'Content-Type': 'application/json'})},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.ok) {
      return response;
    }
    if (response.status !== 401) {
      throw Object.assign(new Error(await errorMessage(response)), {status: response.status});
    }
    // Another call may have asked for the token meanwhile.
    if (token === used) {
      await (asking ??= ask(used !== '').finally(() => (asking = undefined)));
    }
  }
}

export async function call(path, options) {
  const response = await open(path, options);
  return response.status === 204 ? undefined : response.json();
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

async function errorMessage(response) {
  try {
    return (await response.json()).error;
  } catch {
    return `The server responded with ${response.status}`;
  }
}

async function ask(again) {
  try {
    token = await secret(again ? 'Wrong control token' : 'Control token', 'This server was started with a control token. This page keeps it until it is closed or reloaded.');
  } catch {
    throw new Error('The server requires its control token: reload this page to enter it');
  }
}
