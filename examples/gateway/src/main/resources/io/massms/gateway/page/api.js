async function call(method, path, token) {
  const response = await fetch(path, { method, headers: token ? { Authorization: `Bearer ${token}` } : {} });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? `HTTP ${response.status}`);
  return answer;
}

export const overview = () => call('GET', '/api/overview');
export const settle = (id, outcome, token) => call('POST', `/api/uncertain/${encodeURIComponent(id)}/${outcome}`, token);
export const campaign = (name, what, token) => call('POST', `/api/campaigns/${encodeURIComponent(name)}/${what}`, token);
export const cancelHeld = (id, token) => call('POST', `/api/held/${encodeURIComponent(id)}/cancel`, token);
