import { renderToStaticMarkup } from 'react-dom/server';
import { Pane } from '../../src/taskpane/Pane';

it.each([
  ['vi', 'Kế hoạch <thử>', 'Sổ đang mở', 'Kế hoạch &lt;thử&gt;'],
  ['en', 'Plan', 'Open workbook', 'Plan'],
  ['vi', null, 'chỉ làm việc trong Excel', 'dòng lệnh'],
  ['en', null, 'inside Excel only', 'command line'],
] as const)('in %s, with the workbook %s, the pane says %s', (language, workbook, ...texts) => {
  const page = renderToStaticMarkup(<Pane language={language} workbook={workbook} />);
  for (const text of texts) expect(page).toContain(text);
});
