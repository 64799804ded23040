import { heavy } from './heavy';
import type { Answer, Question } from './heavyClient';

/** The worker: answers each question with what came of it, or with the text of a fault. */
addEventListener('message', ({ data }: MessageEvent<Question>) => {
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
    case 'render':
      return { id, job, value: await heavy.render(question.spec) };
  }
}
