// What the server says about itself.

import {call} from './api.js';
import {byId, setText} from './dom.js';

let info;

export async function loadInfo() {
  info = await call('/_mock/info');
  setText(byId('about'), `${info.document.title} ${info.document.version}, mocked by version ${info.version}`);
  return info;
}

export const serverInfo = async () => info ?? loadInfo();

// The first operation of the document for a task triggers it.
export function triggerPath({document: {operations}}, task) {
  const found = operations.find(({method, path}) => method === 'POST' && /\{task/i.test(path));
  return found ? found.path.replace(/\{[^}]+\}/, () => encodeURIComponent(task)) : '/';
}
