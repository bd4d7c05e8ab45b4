// Sends a recorded request once more. What the server does not show of it, such as the key, is filled in.

import {secret} from './secret.js';
import {serverInfo, triggerPath} from './server.js';

const MASK = '***';
const PLACE_OF_KEY = 'YOUR_KEY';

// Headers that the browser sets or that describe a body as it was sent, and the key that only the attempts of one request have in common.
const OWN = ['accept-encoding', 'connection', 'content-encoding', 'content-length', 'cookie', 'expect', 'host', 'keep-alive', 'origin',
  'referer', 'transfer-encoding', 'user-agent', 'x-trigger-request-idempotency-key'];

// Returns the request for a run as {method, path, headers, body, needsKey}. A run of which the request is not kept, or
// only the beginning of its body, is described by the run itself.
export async function copyOf(request, run) {
  const info = await serverInfo();
  const whole = request && new TextEncoder().encode(request.body).length === request.bodyBytes;
  const {payload, context, options} = run ?? {};
  const {method, path, headers} = request ?? {
    method: 'POST',
    path: triggerPath(info, run.task),
    headers: {Authorization: [`Bearer tr_${run.environment}_${MASK}`], 'Content-Type': ['application/json']},
  };
  return {
    method,
    path,
    ...filled(headers, info.options.anyKey),
    body: whole ? request.body : run ? JSON.stringify({payload, context, options}) : undefined,
  };
}

// A server that accepts any key gets one of the same kind.
function filled(headers, anyKey) {
  const kept = [];
  let needsKey = false;
  for (const [name, values] of Object.entries(headers)) {
    const key = name.toLowerCase() === 'authorization';
    if (OWN.includes(name.toLowerCase()) || name.toLowerCase().startsWith('sec-')) {
      continue;
    }
    for (const value of values) {
      if (!value.includes(MASK)) {
        kept.push([name, value]);
      } else if (key && anyKey) {
        kept.push([name, value.replace(MASK, '1')]);
      } else if (key) {
        needsKey = true;
        kept.push([name, value.replace(/\S+$/, PLACE_OF_KEY)]);
      }
    }
  }
  return {headers: kept, needsKey};
}

let key = '';

// Returns {status, id} of the response, without an id if it names none.
export async function send({method, path, headers, body, needsKey}) {
  if (needsKey && !key) {
    key = await secret('API key', 'This server accepts some keys only. This page keeps the key until it is closed or reloaded.');
  }
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    headers: headers.map(([name, value]) => [name, needsKey ? value.replace(PLACE_OF_KEY, () => key) : value]),
    body: body || undefined,
  });
  if (response.status === 401) {
    key = '';
  }
  const text = await response.text();
  let content = {};
  try {
    content = JSON.parse(text) ?? {};
  } catch {
    // The status says enough.
  }
  if (!response.ok) {
    throw new Error(`The response was ${response.status}${typeof content.error === 'string' ? `: ${content.error}` : ''}`);
  }
  return {status: response.status, id: typeof content.id === 'string' ? content.id : undefined};
}
