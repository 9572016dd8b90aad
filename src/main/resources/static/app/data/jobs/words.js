// Jobs in words: what they are, how they stand, how long they took.

import { number, pick, t } from '../../i18n.js';
import { duration } from '../upload/speed.js';

const KINDS = ['import-check', 'publication', 'comparison', 'export', 'sample-city'];
const SIGNALS = { done: 'good', failed: 'red', cancelled: '', running: 'blue', queued: 'yellow' };

export const kindOf = (job) => t(KINDS.includes(job.kind) ? `data.kind.${job.kind}` : 'data.kind.other');
export const stateOf = (job) => t(`data.state.${job.state in SIGNALS ? job.state : 'running'}`);
export const signalOf = (job) => SIGNALS[job.state] ?? '';

/** Which step of how many; nothing where there is but one. */
export const stageOf = ({ stage }) => (stage?.of > 1 ? t('data.stageAt', { n: number(stage.index), of: number(stage.of) }) : '');

/** What it is doing and how far it is, as one line. */
export const progressText = (job) => [pick(job.message), job.total > 0 && t('data.of', { done: number(job.done), total: number(job.total) })].filter(Boolean).join(' ');

export const failureText = (job) => pick(job.problem?.detail) || pick(job.message);

/** How long it took, or has taken until now. */
export function took(job, now = Date.now()) {
  if (!job.started_at) return '';
  const end = job.ended_at ? Date.parse(job.ended_at) : now;
  return duration(Math.max(0, end - Date.parse(job.started_at)) / 1000);
}
