import { leaveOut, mergeSubmissions } from '../app/collectFiles';
import { changeSettings } from '../app/live/changeSettings';
import { checkLive } from '../app/live/checkLive';
import { collectLive } from '../app/live/collectLive';
import { correctLive } from '../app/live/correctLive';
import { formsLive } from '../app/live/formsLive';
import { loadPlan, prepareLoad } from '../app/live/loadPlan';
import { mergeLive } from '../app/live/mergeLive';
import { narrativeLive } from '../app/live/narrativeLive';
import { openPeriodLive } from '../app/live/openPeriodLive';
import { refreshLive } from '../app/live/refreshLive';
import { reportLive } from '../app/live/reportLive';
import { undoLive } from '../app/live/undoLive';
import { waiveLive } from '../app/live/waiveLive';
import { watchLive } from '../app/live/watchLive';
import { sheetNames } from '../app/sheetNames';
import { rangeText } from '../app/rangeText';
import { openWorkbook, packArchive, textFiles } from '../app/wiring';

/** All that the pane does in the open workbook: one chunk, loaded after the pane shows. */
export const useCases = {
  openWorkbook,
  checkLive,
  watchLive,
  prepareLoad,
  loadPlan,
  refreshLive,
  waiveLive,
  changeSettings,
  reportLive,
  narrativeLive,
  textFiles,
  formsLive,
  leaveOut,
  mergeSubmissions,
  collectLive,
  openPeriodLive,
  correctLive,
  mergeLive,
  undoLive,
  packArchive,
  rangeText,
  sheetNames,
};

/** The type of {@link useCases}, for those who load it later. */
export type UseCases = typeof useCases;
