// Reads the events of the server. EventSource cannot send a token, so the stream is parsed here.

import {open} from './api.js';

const PAUSE_MILLIS = 1000;

// A browser may keep a page that was left, and its stream would use one of the few connections to a server. When the user
// returns, the page reconnects as after any other loss.
let stream;
addEventListener('pagehide', () => stream?.abort(new Error('The page was left')));

// Calls `opened` whenever the stream is open, so that earlier changes can be loaded.
export async function listen({opened, event, lost}) {
  for (;;) {
    let due = [];
    stream = new AbortController();
    try {
      const response = await open('/_mock/events', {signal: stream.signal});
      opened();
      for await (const line of lines(response.body)) {
        if (line === '') {
          deliver(due, event);
          due = [];
        } else {
          due.push(line);
        }
      }
      lost(new Error('The server ended the event stream'));
    } catch (error) {
      lost(error);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
}

function deliver(fields, event) {
  const value = (name) => fields.find((field) => field.startsWith(`${name}: `))?.slice(name.length + 2);
  const name = value('event');
  const data = JSON.parse(value('data') || 'null');
  if (name === 'dropped') {
    throw new Error(data.reason);
  }
  if (name) {
    event(name, data);
  }
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let parts = [];
  for (;;) {
    const {done, value} = await reader.read();
    if (done) {
      return;
    }
    const pieces = value.split('\n');
    parts.push(pieces[0]);
    for (const piece of pieces.slice(1)) {
      yield parts.join('');
      parts = [piece];
    }
  }
}
