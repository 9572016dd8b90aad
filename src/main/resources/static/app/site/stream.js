import { api, ApiProblem, withParams } from '../api.js';
import { lang } from '../i18n.js';
import { asGeometry, paramsOf } from './where.js';

/**
 * Asks what applies and hands over what comes, as it comes: opening({site, expected}), then section(answer) for each
 * that was expected. Throws an ApiProblem when the question is refused.
 */
export async function readReport(where, { opening, section, signal }) {
  const params = paramsOf(where);
  if (!params) return readWhole(where, { opening, section, signal });
  const address = withParams('/api/site-report', { ...params, f: 'jsonl', lang: lang() });
  const response = await fetch(address, { signal, headers: { 'Accept-Language': lang() } }).catch((failure) => {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiProblem(0, { title: 'offline' });
  });
  if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})));
  let first = true;
  for await (const line of lines(response.body)) {
    if (first) opening(JSON.parse(line));
    else section(JSON.parse(line));
    first = false;
  }
}

/** An outline that is too long for an address goes as the body, and the answer comes as a whole. */
async function readWhole(where, { opening, section, signal }) {
  const report = await api.post('/api/site-report', { geometry: asGeometry(where) }, { signal });
  opening({ ...report, expected: report.sections });
  report.sections.forEach(section);
}

/** One section again. */
export async function readSection(where, layer) {
  const params = paramsOf(where);
  const report = params
    ? await api.get('/api/site-report', { params: { ...params, layers: layer } })
    : await api.post('/api/site-report', { geometry: asGeometry(where), layers: [layer] });
  return report.sections;
}

async function* lines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split('\n');
    rest = parts.pop();
    yield* parts.filter(Boolean);
  }
  if (rest) yield rest;
}
