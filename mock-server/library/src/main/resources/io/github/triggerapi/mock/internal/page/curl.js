// Writes requests as commands for a shell.

// Text without special characters is the same without quotes.
const quoted = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

export function curl({method, path, headers, body}) {
  return [
    `curl -X ${quoted(method)} ${quoted(location.origin + path)}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`--data-raw ${quoted(body)}`] : []),
  ].join(' \\\n  ');
}
