import { writeDocx } from '../gateways/docx/writeDocx';
import { readDocument } from '../gateways/documents/readDocument';
import { Batch } from '../gateways/excel/batch';
import { writeCells } from '../gateways/excel/edits';
import { previewInto, renderInto } from '../gateways/excel/render';
import { attemptInExcel, runInExcel } from '../gateways/excel/run';
import { readSelection } from '../gateways/excel/selection';
import { openNewWorkbook, showPlace } from '../gateways/excel/show';
import { retake, takeSnapshot } from '../gateways/excel/snapshot';
import { watchEdits } from '../gateways/excel/watch';
import { openArchive as openZip, packArchive as packZip } from '../gateways/xlsx/archive';
import { patchXlsx } from '../gateways/xlsx/patch/patch';
import { ownLimits } from '../gateways/xlsx/read/limits';
import { readXlsx } from '../gateways/xlsx/read/read';
import { renderXlsx } from '../gateways/xlsx/write/render';
import type { DocumentFiles, OpenWorkbook, TextFiles, WorkbookFiles } from './ports';

/** The file gateway, for the use cases that read and write workbook files. */
export const workbookFiles: WorkbookFiles = {
  read: readXlsx,
  readOwn: (bytes, file) => readXlsx(bytes, file, ownLimits),
  render: renderXlsx,
  patch: patchXlsx,
};

/** The readers of plan documents. */
export const documentFiles: DocumentFiles = { read: readDocument };

/** The writer of text documents. */
export const textFiles: TextFiles = { write: writeDocx };

/** The Office.js gateway, for the use cases in the open workbook. */
export const openWorkbook: OpenWorkbook = {
  take: (options) => attemptInExcel((context) => takeSnapshot(context, options)),
  retake: (snapshot, touched) =>
    runInExcel((context) => retake(new Batch(context), snapshot, touched)),
  preview: (spec, options) => attemptInExcel((context) => previewInto(context, spec, options)),
  draw: (spec, options) => attemptInExcel((context) => renderInto(context, spec, options)),
  watch: (onTouched) => runInExcel((context) => watchEdits(context, onTouched)),
  write: (edits) => attemptInExcel((context) => writeCells(context, edits)),
  show: (place) => runInExcel((context) => showPlace(new Batch(context), place)),
  selection: () => runInExcel((context) => readSelection(new Batch(context))),
  openNew: (bytes) => openNewWorkbook(bytes),
};

/** Opens a zip of submissions; see the gateway. */
export const openArchive: typeof openZip = openZip;

/** Packs files into a zip; see the gateway. */
export const packArchive: typeof packZip = packZip;
