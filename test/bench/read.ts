/**
 * What reading a plan costs, whole: from the bytes of a file to the plan with its notes. Each
 * format at doubling sizes, beside others that only open the same file: lxml over the inflated
 * part of a .docx, jsdom for a web page, openpyxl for a workbook, pdftotext for a PDF that
 * LibreOffice printed (each where it is installed). Run as `npm run -s bench:read -- [--json]`.
 * Milliseconds are medians of processor time on this machine once the code is warm, ratios hold
 * on others; the very first reading of the process, which compiles the code, is told apart.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { JSDOM } from 'jsdom';
import { readPlanFile } from '../../src/app/readPlanFile';
import { documentFiles } from '../../src/app/wiring';
import { docxOf, p, tbl, tc } from '../support/docx';
import { findProgram } from '../support/tools.mjs';

/** Rows that fill some 60 pages of A4. */
const ROWS = 900;
const RUNS = 7;
/** Processor time in milliseconds after which the engine has compiled what runs often. */
const WARM_UP = 3500;
const HEAD = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm', 'Thời gian'];
const asJson = process.argv.includes('--json');

type Measured = {
  readonly what: string;
  readonly bytes: number;
  readonly rows: number;
  readonly milliseconds: number;
  /** What the first reading took; cold for the first file of all. */
  readonly first: number;
  /** Another program that opens the same file. */
  readonly peer: { readonly name: string; readonly milliseconds: number } | null;
};

function table(rows: number): readonly (readonly string[])[] {
  return Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `Xây dựng và triển khai đề án số ${String(at + 1)} về chuyển đổi số trong các cơ quan nhà nước trên địa bàn tỉnh, bảo đảm đồng bộ, liên thông dữ liệu`,
    at % 3 === 0 ? 'Sở Khoa học và Công nghệ' : 'Sở Tài chính',
    'Các sở, ban, ngành; UBND các xã, phường',
    'Quyết định của UBND tỉnh',
    `Quý ${['I', 'II', 'III', 'IV'][at % 4] ?? 'I'}/2026`,
  ]);
}

/** The same table as each format draws it. */
const formats: Readonly<Record<string, (rows: number) => Uint8Array>> = {
  '.docx': (rows) =>
    docxOf({
      body:
        p('KẾ HOẠCH') +
        ruled(
          tbl(
            [900, 3400, 1700, 1700, 1500, 1000],
            [HEAD, ...table(rows)].map((row) => row.map((text) => tc(text))),
          ),
        ),
    }),
  '.html': (rows) =>
    utf8(
      `<html><meta charset="utf-8"><p>KẾ HOẠCH</p><table>${[HEAD, ...table(rows)]
        .map((row) => `<tr>${row.map((text) => `<td><p>${text}</p></td>`).join('')}</tr>`)
        .join('')}</table>`,
    ),
  '.csv': (rows) =>
    utf8(
      [HEAD, ...table(rows)].map((row) => row.map((text) => `"${text}"`).join(',')).join('\r\n'),
    ),
  '.xlsx': (rows) => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([HEAD, ...table(rows)].map((row) => [...row])),
    );
    return new Uint8Array(write(book, { type: 'array', compression: true }) as ArrayBuffer);
  },
};

/** With the lines around its cells that tables of plans have. */
function ruled(drawn: string): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('');
  return drawn.replace('<w:tblPr/>', `<w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function rowsRead(bytes: Uint8Array, file: string): Promise<number> {
  const read = await readPlanFile(documentFiles, bytes, file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.plan.tasks.length;
}

/** Milliseconds of processor time, which other work on the machine changes little. */
async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await processorTime(work));
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

async function measured(
  what: string,
  bytes: Uint8Array,
  peer: Measured['peer'],
  rows: number | null,
): Promise<Measured> {
  let read = 0;
  const first = await processorTime(async () => {
    read = await rowsRead(bytes, what);
  });
  if (rows !== null && read !== rows)
    throw new Error(`${what}: ${String(read)} of ${String(rows)} rows`);
  for (let spent = first; spent < WARM_UP;)
    spent += await processorTime(() => rowsRead(bytes, what));
  const milliseconds = await median(() => rowsRead(bytes, what));
  return { what, bytes: bytes.length, rows: read, milliseconds, first, peer };
}

const LXML = `
import sys, time, zipfile
from lxml import etree
times = []
for _ in range(5):
    start = time.process_time()
    tree = etree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))
    w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
    cells = [''.join(t.text or '' for t in c.iter(w + 't')) for c in tree.iter(w + 'tc')]
    times.append(time.process_time() - start)
print(sorted(times)[2] * 1000, etree.__version__)
`;
const OPENPYXL = `
import sys, time, openpyxl
times = []
for _ in range(5):
    start = time.process_time()
    book = openpyxl.load_workbook(sys.argv[1], data_only=True)
    cells = [cell for row in book.active.iter_rows(values_only=True) for cell in row]
    times.append(time.process_time() - start)
print(sorted(times)[2] * 1000, openpyxl.__version__)
`;

/** Another reader's median in its own process, without the start of it; null where it is missing. */
function python(name: string, script: string, path: string): Measured['peer'] {
  for (const program of ['/usr/bin/python3', 'python3']) {
    const run = spawnSync(program, ['-c', script, path], { encoding: 'utf8' });
    const [time = '', version = ''] = run.stdout.trim().split(' ');
    if (run.status === 0)
      return { name: `${name} ${version}`, milliseconds: Number.parseFloat(time) };
  }
  return null;
}

async function peerOf(format: string, path: string, bytes: Uint8Array): Promise<Measured['peer']> {
  switch (format) {
    case '.docx':
      return python('lxml', LXML, path);
    case '.xlsx':
      return python('openpyxl', OPENPYXL, path);
    case '.html': {
      const text = new TextDecoder().decode(bytes);
      const milliseconds = await median(() =>
        [...new JSDOM(text).window.document.querySelectorAll('td')].map((cell) => cell.textContent),
      );
      return { name: 'jsdom', milliseconds };
    }
    default:
      return null;
  }
}

/** The .docx as LibreOffice prints it; null where it is not installed. */
function printed(docx: string, folder: string): string | null {
  const soffice = findProgram('soffice');
  if (soffice === null) return null;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx]);
  const pdf = docx.replace(/\.docx$/, '.pdf');
  return existsSync(pdf) ? pdf : null;
}

/** What pdftotext takes, its start included, by the clock of its own process. */
function pdftotext(path: string): Measured['peer'] {
  const program = findProgram('pdftotext');
  if (program === null) return null;
  const script =
    'import resource, subprocess, sys\nfor _ in range(5): subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\nused = resource.getrusage(resource.RUSAGE_CHILDREN)\nprint((used.ru_utime + used.ru_stime) * 200)';
  const run = spawnSync('python3', ['-c', script, program, '-layout', path, '-'], {
    encoding: 'utf8',
  });
  return run.status === 0
    ? { name: 'pdftotext, its start included', milliseconds: Number.parseFloat(run.stdout) }
    : null;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-bench-'));
  const results: Measured[] = [];
  try {
    const seeds = ['hue', 'hai-phong'].map((name) =>
      readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8'),
    );
    for (const times of [1, 2, 4]) {
      const text = utf8(Array.from({ length: times }, () => seeds.join('\n')).join('\n'));
      results.push(await measured('.txt', text, null, null));
    }
    for (const [format, draw] of Object.entries(formats))
      for (const rows of [ROWS / 2, ROWS, ROWS * 2]) {
        const bytes = draw(rows);
        const path = join(folder, `ke-hoach-${String(rows)}${format}`);
        writeFileSync(path, bytes);
        results.push(await measured(format, bytes, await peerOf(format, path, bytes), rows));
      }
    for (const rows of [ROWS / 2, ROWS]) {
      const pdf = printed(join(folder, `ke-hoach-${String(rows)}.docx`), folder);
      if (pdf === null) break;
      const bytes = new Uint8Array(readFileSync(pdf));
      results.push(await measured('.pdf', bytes, pdftotext(pdf), rows));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (asJson) console.log(JSON.stringify(results, null, 2));
  else for (const result of results) console.log(lineOf(result));
}

function lineOf({ what, bytes, rows, milliseconds, first, peer }: Measured): string {
  const size = `${(bytes / 1024).toFixed(0)} KB`.padStart(8);
  const time = `${milliseconds.toFixed(0)} ms`.padStart(8);
  const cold = `first ${first.toFixed(0)} ms`.padStart(15);
  const beside =
    peer === null
      ? ''
      : `   ${peer.name}: ${peer.milliseconds.toFixed(0)} ms (${(peer.milliseconds / milliseconds).toFixed(1)} ×)`;
  return `${what.padEnd(6)}${size}${String(rows).padStart(6)} tasks${time}${cold}${beside}`;
}

await main();
