import type { OperationOptions, Progress } from '../app/ports';
import type { Heavy } from './heavy';

type Ask<K extends keyof Heavy, Q> = { readonly id: number; readonly job: K } & Q;

/** What the worker is asked. */
export type Question =
  | Ask<'readPlan', { readonly bytes: Uint8Array; readonly file: string }>
  | Ask<
      'settle',
      {
        readonly plan: Parameters<Heavy['settle']>[0];
        readonly chosen: Parameters<Heavy['settle']>[1];
      }
    >
  | Ask<
      'openChosen',
      {
        readonly own: Parameters<Heavy['openChosen']>[0];
        readonly files: Parameters<Heavy['openChosen']>[1];
      }
    >
  | Ask<'compare', { readonly chosen: Parameters<Heavy['compare']>[0] }>
  | Ask<'render', { readonly spec: Parameters<Heavy['render']>[0] }>
  | Ask<
      'readSubmissions',
      {
        readonly book: Parameters<Heavy['readSubmissions']>[0];
        readonly period: Parameters<Heavy['readSubmissions']>[1];
        readonly files: Parameters<Heavy['readSubmissions']>[2];
      }
    >;

/** What the worker is told besides: to stop answering a question. */
export type Stop = { readonly id: number; readonly job: 'stop' };

type Said<K extends keyof Heavy> = Ask<K, { readonly value: Awaited<ReturnType<Heavy[K]>> }>;

/** What it answers; a fault is a bug of ours. */
export type Answer =
  | Said<'readPlan'>
  | Said<'settle'>
  | Said<'openChosen'>
  | Said<'compare'>
  | Said<'render'>
  | Said<'readSubmissions'>
  | { readonly id: number; readonly job: 'fault'; readonly detail: string };

/** How far it is with a question. */
export type Told = { readonly id: number; readonly job: 'progress'; readonly progress: Progress };

type Unasked<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * The heavy work done in a worker, which is started with the first question. Rejects where the
 * worker does not start or throws.
 */
export function heavyInWorker(): Heavy {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  const hearing = new Map<number, (progress: Progress) => void>();

  const start = (): Worker => {
    const started = new Worker(new URL('./heavyWorker.ts', import.meta.url));
    started.addEventListener('message', ({ data }: MessageEvent<Answer | Told>) => {
      if (data.job === 'progress') {
        hearing.get(data.id)?.(data.progress);
        return;
      }
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener('error', ({ message }) => {
      worker = null;
      for (const [id, tell] of waiting) tell({ id, job: 'fault', detail: message });
      waiting.clear();
    });
    return started;
  };
  const ask = async (
    question: Unasked<Question>,
    { signal, onProgress }: OperationOptions = {},
  ): Promise<Answer> => {
    worker ??= start();
    const asked = worker;
    const id = (last += 1);
    const answered = new Promise<Answer>((done) => waiting.set(id, done));
    if (onProgress) hearing.set(id, onProgress);
    const stop = (): void => {
      asked.postMessage({ id, job: 'stop' } satisfies Stop);
    };
    signal?.addEventListener('abort', stop);
    asked.postMessage({ ...question, id });
    const answer = await answered;
    signal?.removeEventListener('abort', stop);
    hearing.delete(id);
    return answer;
  };
  const wrong = (answer: Answer): Error =>
    new Error(answer.job === 'fault' ? answer.detail : `An answer to ${answer.job} came instead.`);

  return {
    readPlan: async (bytes, file) => {
      const answer = await ask({ job: 'readPlan', bytes, file });
      if (answer.job !== 'readPlan') throw wrong(answer);
      return answer.value;
    },
    settle: async (plan, chosen) => {
      const answer = await ask({ job: 'settle', plan, chosen });
      if (answer.job !== 'settle') throw wrong(answer);
      return answer.value;
    },
    readSubmissions: async (book, period, files, options) => {
      const answer = await ask({ job: 'readSubmissions', book, period, files }, options);
      if (answer.job !== 'readSubmissions') throw wrong(answer);
      return answer.value;
    },
    openChosen: async (own, files) => {
      const answer = await ask({ job: 'openChosen', own, files });
      if (answer.job !== 'openChosen') throw wrong(answer);
      return answer.value;
    },
    compare: async (chosen) => {
      const answer = await ask({ job: 'compare', chosen });
      if (answer.job !== 'compare') throw wrong(answer);
      return answer.value;
    },
    render: async (spec) => {
      const answer = await ask({ job: 'render', spec });
      if (answer.job !== 'render') throw wrong(answer);
      return answer.value;
    },
  };
}
