import type { BookAssessment } from '../domain/assessment/book';
import type { IndicatorAssessment } from '../domain/assessment/indicator';
import type { Bucket, IndicatorStatus, TaskStatus } from '../domain/assessment/status';
import type { Summary } from '../domain/assessment/summary';
import type { IsoDate } from '../domain/dates';

type Measured = Pick<IndicatorAssessment, 'progress' | 'due' | 'deviation'>;

/**
 * What `assess --json` prints. `progress` and `due` are shares of the way (1 is all of it),
 * `deviation` is in points (1 is a hundredth of the way). Heading rows are left out.
 */
export type AssessmentView = {
  readonly asOf: IsoDate;
  readonly indicators: readonly (Measured & {
    readonly id: string;
    readonly code: string;
    readonly status: IndicatorStatus;
    /** One entry a part of a composite target; otherwise empty. */
    readonly parts: readonly (Measured & {
      readonly id: string;
      readonly status: IndicatorStatus;
    })[];
  })[];
  readonly tasks: readonly {
    readonly id: string;
    readonly code: string;
    readonly status: TaskStatus;
    readonly bucket: Bucket;
  }[];
  readonly summary: Summary;
};

/** Leaves of an assessment only what other programs are promised. */
export function assessmentView(assessment: BookAssessment): AssessmentView {
  const measured = ({ progress, due, deviation }: Measured): Measured => ({
    progress,
    due,
    deviation,
  });
  return {
    asOf: assessment.asOf,
    indicators: assessment.indicators.map((row) => ({
      id: row.indicator.id,
      code: row.indicator.code,
      status: row.status,
      ...measured(row),
      parts: row.parts.map((part) => ({
        id: part.lineId,
        status: part.status,
        ...measured(part),
      })),
    })),
    tasks: assessment.tasks.map(({ task, status, bucket }) => ({
      id: task.id,
      code: task.code,
      status,
      bucket,
    })),
    summary: assessment.summary,
  };
}
