import type { Block } from '../../../src/domain/document';
import { readHtml } from '../../../src/gateways/html/readHtml';
import { linesOf } from '../../../src/reading/source';

function blocksOf(html: string): readonly Block[] {
  const read = readHtml(html, 'a.html');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Each line of the page; the cells of a row between pipes. */
function textsOf(html: string): readonly string[] {
  const lines = linesOf(blocksOf(html));
  return lines.ok
    ? lines.value.map(({ text, cells }) => (cells === null ? text : cells.join('|')))
    : [];
}

const table = (...rows: readonly string[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells}</tr>`).join('')}</table>`;
const td = (text: string, span = ''): string => `<td ${span}>${text}</td>`;
const three = td('1') + td('2') + td('3');

it.each<readonly [string, string, readonly string[]]>([
  ['paragraphs', '<p>Nghị <b>quyết</b>\n số 57</p><p>b</p>', ['Nghị quyết số 57', 'b']],
  ['line breaks', '<p>a<br>b<br/>c</p>', ['a', 'b', 'c']],
  ['text outside elements', 'a<div>b</div>c', ['a', 'b', 'c']],
  ['entities', '<p>&Agrave;&nbsp;&amp; &#7841; &ge; 5</p>', ['À & ạ ≥ 5']],
  ['soft hyphens', '<p>nhiệm&shy; vụ</p>', ['nhiệm vụ']],
  ['scripts and styles', '<style>p{}</style><p>a</p><script>"<p>b</p>"</script>', ['a']],
  ['the head', '<head><title>Trang chủ</title><meta charset="utf-8"></head><p>a</p>', ['a']],
  ['the frame of a site', '<nav><a>Trang chủ</a></nav><p>a</p><footer>b</footer>', ['a']],
  ['hidden elements', '<p style="display: none">a</p><p hidden>b</p><p>c</p>', ['c']],
  ['deleted text', '<p>đến <del>2025</del><ins>2030</ins></p>', ['đến 2030']],
  ['what hides in what is hidden', '<nav><nav>a</nav><p>b</p></nav><p>c</p>', ['c']],
  ['marks of notes', '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a> b</p>', ['a b']],
  ['comments of Word', '<p><!--[if !supportLists]-->1.<!--[endif]--> a</p>', ['1. a']],
  ['preformatted text', '<pre>a\n  b</pre>', ['a', 'b']],
  ['numbered lists', '<ol><li>a<li>b</ol>', ['1. a', '2. b']],
  [
    'lists that begin later',
    '<ol start=4 type=I><li>a</li><li value=9>b</li></ol>',
    ['IV. a', 'IX. b'],
  ],
  ['lists in lists', '<ol><li>a<ol type="a"><li>b</ol><li>c</ol>', ['1. a', 'a. b', '2. c']],
  ['lists with styles', '<ol style="list-style-type: lower-roman"><li>a</ol>', ['i. a']],
  ['bullets', '<ul><li><p>a</p><p>b</p></ul>', ['- a', 'b']],
  [
    'a table',
    table(three, td('a') + td('b<br>c') + td('<p>d</p><p>e</p>')),
    ['1|2|3', 'a|b c|d e'],
  ],
  [
    'cells that nobody closes',
    '<table><tr><td>1<td><p>2<td>3<tr><td>4<td>5<td>6</table>',
    ['1|2|3', '4|5|6'],
  ],
  ['cells merged over columns', table(three, td('a', 'colspan=2') + td('b')), ['1|2|3', 'a||b']],
  [
    'cells merged over rows',
    table(td('1', 'rowspan="2"') + td('2') + td('3'), td('b') + td('c')),
    ['1|2|3', '1|b|c'],
  ],
  [
    'a cell merged to the end',
    table(td('1') + td('2', 'rowspan=0') + td('3'), td('a') + td('b'), td('c') + td('d')),
    ['1|2|3', 'a|2|b', 'c|2|d'],
  ],
  [
    'merges in both directions',
    table(three + td('4'), td('a', 'colspan=2 rowspan=2') + td('b') + td('c'), td('d') + td('e')),
    ['1|2|3|4', 'a||b|c', 'a||d|e'],
  ],
  [
    'spans that are none',
    table(td('1', 'colspan="x"') + td('2', 'rowspan="-3"') + td('3')),
    ['1|2|3'],
  ],
  [
    'head, body and foot',
    `<table><thead><tr>${three}</tr></thead><tbody><tr>${three}</tr></tbody></table>`,
    ['1|2|3', '1|2|3'],
  ],
  [
    'a caption',
    `<table><caption>Phụ lục I</caption><tr>${three}</tr></table>`,
    ['Phụ lục I', '1|2|3'],
  ],
  [
    'a table that lays out the page',
    table(td('menu') + td(`<p>a</p>${table(three)}`) + td('')),
    ['menu', 'a', '1|2|3'],
  ],
  [
    'a table in a cell',
    table(
      three,
      td('Nhiệm vụ đầu tiên') + td('Cơ quan chủ trì') + td(table(td('x') + td('y') + td('z'))),
    ),
    ['1|2|3', 'Nhiệm vụ đầu tiên|Cơ quan chủ trì|x y z'],
  ],
  ['a letterhead', table(td('UBND') + td('Cộng hòa')), ['UBND', 'Cộng hòa']],
  ['a cell without a table', '<td>a</td><td>b</td>', ['ab']],
  ['a table that never ends', '<table><tr><td>1<td>2<td>3', ['1|2|3']],
  ['an empty page', '<html></html>', []],
])('reads %s', (_, html, texts) => {
  expect(textsOf(html)).toEqual(texts);
});

it('says of every row which table it stands in, and where', () => {
  const [first, , second] = blocksOf(`${table(three, three)}<p>a</p>${table(three)}`);
  const places = [first, second].map((block) =>
    block?.kind === 'table' ? block.rows.map(({ place }) => place) : [],
  );
  expect(places).toEqual([
    [
      { table: 1, row: 1 },
      { table: 1, row: 2 },
    ],
    [{ table: 2, row: 1 }],
  ]);
});

it.each<readonly [string, string, string]>([
  ['a million nested elements', '<div>'.repeat(1_000_000), 'tooDeep'],
  ['a million nested tables', '<table><tr><td>'.repeat(400_000), 'tooDeep'],
  ['a million empty rows', `<table>${'<tr></tr>'.repeat(1_000_000)}`, 'tooManyItems'],
  ['a million cells', `<table><tr>${'<td>'.repeat(1_000_000)}`, 'tooManyItems'],
  [
    'cells that span far',
    `<table>${'<tr><td colspan=1000 rowspan=60000>a'.repeat(50_000)}`,
    'tooManyCells',
  ],
])('refuses %s', (_, html, reason) => {
  expect(readHtml(html, 'a.html')).toMatchObject({
    ok: false,
    error: { code: 'documentHostile', params: { file: 'a.html', reason } },
  });
});
