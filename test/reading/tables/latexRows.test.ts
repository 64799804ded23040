import { indicatorsOf, readLines, tasksOf } from './rows';

const BEGIN = String.raw`\begin{tabular}{|c|p{5cm}|c|c|}`;
const END = String.raw`\end{tabular}`;
const HEAD = String.raw`\hline \textbf{TT} & \textbf{Nhiệm vụ} & \textbf{Chủ trì} & \textbf{Thời gian} \\`;
const tex = String.raw;

/** The tasks of a table whose head has numbers, names, leads and times. */
const read = (...rows: readonly string[]): readonly string[] => tasksOf(BEGIN, HEAD, ...rows, END);

it.each<[string, readonly string[], readonly string[]]>([
  [
    'rules before the row',
    [tex`\hline 1 & Rà soát quy chế & Sở Tư pháp & 2026 \\`, tex`\hline`],
    [':1 Rà soát quy chế | Sở Tư pháp |  |  | 2026'],
  ],
  [
    'rules on lines of their own',
    [tex`\hline`, tex`1 & Rà soát quy chế & Sở Tư pháp & 2026 \\ \hline`],
    [':1 Rà soát quy chế | Sở Tư pháp |  |  | 2026'],
  ],
  [
    'cells over lines',
    ['1 & Rà soát', 'quy chế & Sở', tex`Tư pháp & 2026 \\`],
    [':1 Rà soát quy chế | Sở Tư pháp |  |  | 2026'],
  ],
  [
    'several rows on a line',
    [tex`1 & Rà soát quy chế & Sở Tư pháp & 2026 \\ \hline 2 & Lập kho mã & Sở Y tế & 2027 \\`],
    [':1 Rà soát quy chế | Sở Tư pháp |  |  | 2026', ':2 Lập kho mã | Sở Y tế |  |  | 2027'],
  ],
  [
    'line ends within a cell',
    [tex`1 & Rà soát \newline quy chế & \makecell[l]{Sở \\ Tư pháp} & 2026 \\`],
    [':1 Rà soát quy chế | Sở Tư pháp |  |  | 2026'],
  ],
  [
    'a table within a cell',
    [
      tex`1 & Rà soát quy chế & \begin{tabular}{l}`,
      tex`Sở \\`,
      'Tư pháp',
      tex`\end{tabular} & 2026 \\`,
    ],
    [':1 Rà soát quy chế | Sở Tư pháp |  |  | 2026'],
  ],
  [
    'signs and marks',
    [tex`1 & Chi cho R\&D đạt $\geq 2 \%$ & \textit{Sở} Tài~chính & Quý I/2026 \\`],
    [':1 Chi cho R&D đạt ≥ 2 % | Sở Tài chính |  |  | Quý I/2026'],
  ],
  [
    'sections over columns',
    [
      tex`\multicolumn{4}{|l|}{\textbf{I. HẠ TẦNG SỐ}} \\`,
      tex`1 & Lập kho mã & Sở Y tế & 2027 \\`,
      tex`II & \multicolumn{3}{l|}{NHÂN LỰC} \\`,
      tex`1 & Mở lớp học & Sở Nội vụ & 2027 \\`,
    ],
    ['I:1 Lập kho mã | Sở Y tế |  |  | 2027', 'II:1 Mở lớp học | Sở Nội vụ |  |  | 2027'],
  ],
  [
    'cells over rows',
    [
      tex`1 & Lập kho mã & \multirow{2}{*}{Sở Y tế} & 2027 \\ \cline{1-2} \cline{4-4}`,
      tex`2 & Mở lớp học & & 2028 \\`,
    ],
    [':1 Lập kho mã | Sở Y tế |  |  | 2027', ':2 Mở lớp học | Sở Y tế |  |  | 2028'],
  ],
  [
    'a brace that was lost',
    [
      tex`1 & \textbf{Lập kho mã & Sở Y tế & 2027 \\ \hline`,
      tex`2 & Mở lớp học & Sở Nội vụ & 2028 \\`,
    ],
    [':1 Lập kho mã | Sở Y tế |  |  | 2027', ':2 Mở lớp học | Sở Nội vụ |  |  | 2028'],
  ],
])('reads %s', (_, rows, expected) => {
  expect(read(...rows)).toEqual(expected);
});

it('goes on over tables of one page each, with the head repeated or not', () => {
  expect(
    read(
      tex`1 & Lập kho mã & Sở Y tế & 2027 \\`,
      ...[END, '', BEGIN, HEAD],
      tex`2 & Mở lớp học cho cán & Sở Nội vụ & 2028 \\`,
      ...[END, '', BEGIN],
      tex`& bộ xã & & \\`,
      tex`3 & Trang bị máy & Sở Tài chính & 2029 \\`,
    ),
  ).toEqual([
    ':1 Lập kho mã | Sở Y tế |  |  | 2027',
    ':2 Mở lớp học cho cán bộ xã | Sở Nội vụ |  |  | 2028',
    ':3 Trang bị máy | Sở Tài chính |  |  | 2029',
  ]);
});

it('leaves out heads and feet that a long table repeats', () => {
  expect(
    tasksOf(
      tex`\begin{longtable}{|c|p{5cm}|c|c|}`,
      tex`\caption{Nhiệm vụ năm 2026} \\`,
      `${HEAD} ${tex`\endfirsthead`}`,
      `${HEAD} ${tex`\endhead`}`,
      tex`\multicolumn{4}{r}{Xem trang sau} \\ \endfoot \endlastfoot`,
      tex`1 & Lập kho mã & Sở Y tế & 2027 \\`,
      tex`\end{longtable}`,
    ),
  ).toEqual([':1 Lập kho mã | Sở Y tế |  |  | 2027']);
});

it('reads a head in two rows with merged cells', () => {
  expect(
    tasksOf(
      tex`\begin{tabularx}{\textwidth}{|c|X|c|c|c|}`,
      tex`\hline \multirow{2}{*}{STT} & \multirow{2}{*}{Công việc} & \multicolumn{2}{c|}{Thực hiện} & \multirow{2}{*}{Thời hạn} \\`,
      tex`\cline{3-4} & & Chủ trì & Phối hợp & \\`,
      tex`\hline 1 & Lập kho mã & Sở Y tế & Công an tỉnh & 2027 \\`,
      tex`\end{tabularx}`,
    ),
  ).toEqual([':1 Lập kho mã | Sở Y tế | Công an tỉnh |  | 2027']);
});

it('reads a table of formulas, cut before its end', () => {
  expect(
    indicatorsOf(
      tex`$$\begin{array}{|l|l|l|l|l|}`,
      tex`\hline \text { TT } & \text { Chỉ tiêu } & \text { ĐVT } & \text { Năm 2030 } & \text { Chủ trì } \\`,
      tex`\hline 1 & \text { Diện tích khu số } & \mathrm{km}^{2} & >5 & \text { Sở Xây dựng } \\`,
      'Nơi nhận:',
    ),
  ).toEqual([':1@2030 Diện tích khu số | km² | >5 | Sở Xây dựng']);
});

it('keeps the words around a table and the line of each row', () => {
  const { outside, tasks } = readLines(
    'Danh mục:',
    `Bảng 1 ${BEGIN}`,
    HEAD,
    tex`\hline`,
    tex`1 & Lập kho mã & Sở Y tế & 2027 \\`,
    `${END} Hết bảng`,
  );
  expect(tasks.map(({ line }) => line)).toEqual([5]);
  expect(outside.map(({ text }) => text)).toEqual(['Danh mục:', 'Bảng 1', 'Hết bảng']);
});
