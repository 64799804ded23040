/** What LaTeX writes for signs that plain text holds as they are. */
const signs: Readonly<Record<string, string>> = {
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  gt: '>',
  textgreater: '>',
  lt: '<',
  textless: '<',
  times: '×',
  approx: '≈',
  sim: '≈',
  pm: '±',
  cdot: '·',
  circ: '°',
  bullet: '•',
  rightarrow: '→',
  ldots: '…',
  dots: '…',
  textendash: '–',
  item: ' - ',
  newline: ' ',
  linebreak: ' ',
  par: ' ',
  quad: ' ',
  qquad: ' ',
};

/** How many of a command's arguments say how the words are set, and are no words. */
const settings: Readonly<Record<string, number>> = {
  begin: 1,
  end: 1,
  cline: 1,
  cmidrule: 1,
  vspace: 1,
  hspace: 1,
  setlength: 2,
  renewcommand: 2,
  fontsize: 2,
  textcolor: 1,
  color: 1,
  cellcolor: 1,
  rowcolor: 1,
  colorbox: 1,
  parbox: 1,
  rotatebox: 1,
  resizebox: 2,
  captionsetup: 1,
  multicolumn: 2,
  multirow: 2,
  label: 1,
  ref: 1,
  addcontentsline: 3,
  documentclass: 1,
  usepackage: 1,
  pagestyle: 1,
  thispagestyle: 1,
};

/** Environments whose cells stand between `&` and rows end at `\\`, and what is said of columns. */
const TABLE = /^(?:tabular|tabularx|tabulary|longtable|xltabular|supertabular|array|tblr)$/;
const WITH_WIDTH = /^(?:tabularx|tabulary|xltabular)$/;

/** Words set by LaTeX, rather than words with a formula in them. */
const COMMAND =
  /\\(?:(?:sub)*section|chapter|title|caption|text(?:bf|it|sc|color)|underline|emph|item|begin|end|footnotetext|maketitle|newpage|clearpage|hline|centering|captionsetup)(?![a-zA-Z])/;

/** True for a text in which LaTeX sets words: `\textbf{…}`, `\section*{…}`. */
export function isSetByLatex(text: string): boolean {
  return COMMAND.test(text);
}

/** True for the name of an environment that holds a table. */
export function isLatexTable(environment: string): boolean {
  return TABLE.test(environment);
}

/** The arguments of a command and where they end. Options between them are left out. */
type Arguments = { readonly texts: readonly string[]; readonly end: number };

/** Up to `count` arguments in braces from a place of a text on; fewer where there are no more. */
export function latexArguments(text: string, from: number, count: number): Arguments {
  const texts: string[] = [];
  let end = from;
  while (texts.length < count) {
    const open = /\s*(?:\[[^\]]{0,80}\]\s*)?/y;
    open.lastIndex = end;
    open.exec(text);
    const at = open.lastIndex;
    const close = text[at] === '{' ? closing(text, at) : -1;
    if (close < 0) break;
    texts.push(text.slice(at + 1, close));
    end = close + 1;
  }
  return { texts, end };
}

/** A longer argument lost its brace. */
const LONGEST_ARGUMENT = 4000;

function closing(text: string, open: number): number {
  let depth = 0;
  const last = Math.min(text.length, open + LONGEST_ARGUMENT);
  for (let at = open; at < last; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** The place after what is said of the columns of a table that `\begin{…}` opens before `from`. */
export function afterColumns(text: string, from: number, environment: string): number {
  const option = /\s*\[[^\]]{0,20}\]/y;
  option.lastIndex = from;
  const start = option.test(text) ? option.lastIndex : from;
  return latexArguments(text, start, WITH_WIDTH.test(environment) ? 2 : 1).end;
}

/**
 * The words of a text that LaTeX sets, without its commands, braces and formula signs. Spaces are
 * not tidied.
 */
export function plainLatex(text: string): string {
  let plain = '';
  const token = /\\(?:([a-zA-Z]+)\*?|([^a-zA-Z]|$))|``|''|---?|[{}$~]|\^\{?([23])\}?(?!\d)/g;
  let from = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    plain += text.slice(from, found.index);
    const [sign, command, escaped, power] = found;
    if (command !== undefined) token.lastIndex = afterSettings(text, token.lastIndex, command);
    plain += wordsOf(sign, command, escaped, power);
    from = token.lastIndex;
  }
  return (plain + text.slice(from)).replaceAll('^°', '°');
}

function afterSettings(text: string, from: number, command: string): number {
  const count = settings[command] ?? 0;
  if (count === 0) {
    const option = /\[[^\]]{0,20}\](?=\s*\{)/y;
    option.lastIndex = from;
    return option.test(text) ? option.lastIndex : from;
  }
  const { texts, end } = latexArguments(text, from, count);
  const [environment = ''] = texts;
  return command === 'begin' && isLatexTable(environment)
    ? afterColumns(text, end, environment)
    : end;
}

function wordsOf(
  sign: string,
  command: string | undefined,
  escaped: string | undefined,
  power: string | undefined,
): string {
  if (command !== undefined) return signs[command] ?? '';
  if (escaped !== undefined) return /[%$#&_{}]/.test(escaped) ? escaped : ' ';
  if (power !== undefined) return power === '2' ? '²' : '³';
  switch (sign) {
    case '``':
      return '“';
    case "''":
      return '”';
    case '--':
    case '---':
      return '–';
    case '~':
      return ' ';
    default:
      return '';
  }
}
