import { lang } from './i18n.js';
import { signal } from './signal.js';

/** What the server (or the lack of one) said, with the fields of problem+json. status 0: no answer came. */
export class ApiProblem extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
  }

  get offline() {
    return this.status === 0;
  }
}

const signedOut = signal();
/** fn() when a call was refused because the session has ended. */
export const onSignedOut = signedOut.on;

/** path with the params that have a value; arrays become comma lists. */
export function withParams(path, params = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue;
    query.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

const csrf = () => decodeURIComponent(document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? '');

async function call(method, path, { params, body, signal: abort, headers = {}, whole = false } = {}, again = true) {
  const options = {
    method,
    signal: abort,
    headers: { Accept: 'application/json', 'Accept-Language': lang(), ...headers },
  };
  // A text of another kind, such as XML, goes as it is.
  if (body instanceof FormData || (typeof body === 'string' && headers['Content-Type'])) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] ??= method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  if (method !== 'GET') options.headers['X-XSRF-TOKEN'] = csrf();
  let response;
  try {
    response = await fetch(withParams(path, params), options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiProblem(0, { title: 'offline' });
  }
  if (response.ok) {
    const answer = response.status === 204 ? null : await read(response);
    return whole ? { body: answer, header: (name) => response.headers.get(name) } : answer;
  }
  const problem = await problemOf(response);
  if (response.status === 403 && method !== 'GET' && again && problem.parameter === undefined) {
    // The token may be from before the sign-in: fetch a new one, once.
    const before = csrf();
    await fetch('/api/session', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (csrf() !== before) return call(method, path, { params, body, signal: abort, headers, whole }, false);
  }
  if (response.status === 401 && path !== '/api/session') signedOut.emit();
  throw new ApiProblem(response.status, problem);
}

const read = (response) => (response.headers.get('Content-Type')?.includes('json') ? response.json() : response.text());

async function problemOf(response) {
  try {
    const problem = await response.json();
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    return { title: response.statusText };
  }
}

/** With whole: true an answer comes as {body, header(name)}. */
export const api = {
  get: (path, options) => call('GET', path, options),
  post: (path, body, options) => call('POST', path, { ...options, body }),
  put: (path, body, options) => call('PUT', path, { ...options, body }),
  patch: (path, body, options) => call('PATCH', path, { ...options, body }),
  delete: (path, options) => call('DELETE', path, options),
  upload,
  chunk,
  latest,
};

/** Sends a form with files; progress(share 0..1) while it goes up. */
async function upload(path, form, { progress = () => {}, signal: abort } = {}) {
  const request = await send('POST', path, form, { progress: (sent, total) => progress(sent / total), signal: abort });
  return parse(request.responseText);
}

/** Sends bytes as they are; progress(bytes sent). Answers a reader of the response's headers. */
async function chunk(path, bytes, { headers, progress, signal: abort } = {}) {
  const request = await send('PATCH', path, bytes, { headers, progress, signal: abort });
  return (name) => request.getResponseHeader(name);
}

/** By the older interface, the only one that tells how much has gone up. */
function send(method, path, body, { headers = {}, progress = () => {}, signal: abort } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    const all = { Accept: 'application/json', 'Accept-Language': lang(), 'X-XSRF-TOKEN': csrf(), ...headers };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded, event.total);
    request.onload = () => {
      if (request.status < 300) return resolve(request);
      if (request.status === 401) signedOut.emit();
      reject(new ApiProblem(request.status, parse(request.responseText) ?? {}));
    };
    request.onerror = () => reject(new ApiProblem(0, { title: 'offline' }));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    if (abort?.aborted) return reject(new DOMException('aborted', 'AbortError'));
    abort?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * For a question asked again and again: run(signal => promise) aborts the one before.
 * Answers undefined when a later question overtook this one.
 */
function latest() {
  let running = null;
  const run = async (ask) => {
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const answer = await ask(mine.signal);
      return mine.signal.aborted ? undefined : answer;
    } catch (failure) {
      if (mine.signal.aborted) return undefined;
      throw failure;
    }
  };
  run.abort = () => running?.abort();
  return run;
}
