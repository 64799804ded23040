import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertWithLibreOffice, describeWithLibreOffice } from '../support/office';

describeWithLibreOffice('convertWithLibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-support-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('converts several files at once and returns their new paths in order', async () => {
    const files = ['b', 'a'].map((name) => join(folder, `${name}.csv`));
    for (const file of files) writeFileSync(file, '1,=A1+1\n');
    const converted = await convertWithLibreOffice(files, 'html', join(folder, 'out'));
    expect(converted).toEqual([join(folder, 'out/b.html'), join(folder, 'out/a.html')]);
    for (const file of converted) expect(readFileSync(file, 'utf8')).toContain('sdval="2"');
  });

  it('says which file was not written', async () => {
    await expect(
      convertWithLibreOffice([join(folder, 'none.csv')], 'xlsx', folder),
    ).rejects.toThrow('none.xlsx');
  });
});
