import { changeSettings } from '../app/live/changeSettings';
import { checkLive } from '../app/live/checkLive';
import { loadPlan, prepareLoad } from '../app/live/loadPlan';
import { refreshLive } from '../app/live/refreshLive';
import { reportLive } from '../app/live/reportLive';
import { waiveLive } from '../app/live/waiveLive';
import { watchLive } from '../app/live/watchLive';
import { sheetNames } from '../app/sheetNames';
import { rangeText } from '../app/rangeText';
import { openWorkbook } from '../app/wiring';

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
  rangeText,
  sheetNames,
};

/** The type of {@link useCases}, for those who load it later. */
export type UseCases = typeof useCases;
