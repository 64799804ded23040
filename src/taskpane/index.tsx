import { createRoot } from 'react-dom/client';
import type { Language } from '../messages/language';
import { Pane } from './Pane';

/** The title of the workbook beside the pane, or its file name when it has no title. */
async function workbookTitle(): Promise<string> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    workbook.properties.load('title');
    await context.sync();
    return workbook.properties.title === '' ? workbook.name : workbook.properties.title;
  });
}

function displayLanguage(inOffice: boolean): Language {
  const tag = inOffice ? Office.context.displayLanguage : 'vi';
  return tag.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

async function start(): Promise<void> {
  const container = document.getElementById('pane');
  if (container === null) throw new Error('taskpane.html has no element with the id "pane".');
  const { host } = await Office.onReady();
  const inExcel = host === Office.HostType.Excel;
  const language = displayLanguage(inExcel);
  document.documentElement.lang = language;
  const workbook = inExcel ? await workbookTitle() : null;
  createRoot(container).render(<Pane language={language} workbook={workbook} />);
}

await start();
