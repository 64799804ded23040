import { readXlsx } from '../gateways/xlsx/read/read';
import { renderXlsx } from '../gateways/xlsx/write/render';
import type { WorkbookFiles } from './ports';

/** The one place that joins the use cases to the file gateways. */
export const workbookFiles: WorkbookFiles = { read: readXlsx, render: renderXlsx };
