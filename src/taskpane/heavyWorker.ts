import { heavy } from './heavy';
import type { Answer, Question, Stop, Told } from './heavyClient';

/** Questions that can be stopped, while they are answered. */
const stoppable = new Map<number, AbortController>();

/** The worker: answers each question with what came of it, or with the text of a fault. */
addEventListener('message', ({ data }: MessageEvent<Question | Stop>) => {
  if (data.job === 'stop') {
    stoppable.get(data.id)?.abort();
    return;
  }
  answer(data).then(
    (given) => {
      postMessage(given);
    },
    (fault: unknown) => {
      postMessage({ id: data.id, job: 'fault', detail: String(fault) } satisfies Answer);
    },
  );
});

async function answer(question: Question): Promise<Answer> {
  const { id, job } = question;
  switch (job) {
    case 'readPlan':
      return { id, job, value: await heavy.readPlan(question.bytes, question.file) };
    case 'settle':
      return { id, job, value: await heavy.settle(question.plan, question.chosen) };
    case 'openChosen':
      return { id, job, value: await heavy.openChosen(question.own, question.files) };
    case 'compare':
      return { id, job, value: await heavy.compare(question.chosen) };
    case 'render':
      return { id, job, value: await heavy.render(question.spec) };
    case 'readSubmissions': {
      const stopping = new AbortController();
      stoppable.set(id, stopping);
      const { book, period, files } = question;
      const value = await heavy.readSubmissions(book, period, files, {
        signal: stopping.signal,
        onProgress: (progress) => {
          postMessage({ id, job: 'progress', progress } satisfies Told);
        },
      });
      stoppable.delete(id);
      return { id, job, value };
    }
  }
}
