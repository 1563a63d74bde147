/** The public REST API, described at /api/openapi.json. */

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 204) return null;
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

export const get = (path, query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return call('GET', given.length ? `${path}?${new URLSearchParams(given)}` : path);
};
export const post = (path, body) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const del = (path) => call('DELETE', path);

/** Calls back whenever the simulator says that something changed, and when the connection comes or goes. */
export function listen(onChange, onState) {
  const events = new EventSource('/api/events');
  events.addEventListener('change', onChange);
  events.addEventListener('open', () => onState('live'));
  events.addEventListener('error', () => onState('reconnecting'));
}
