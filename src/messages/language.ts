/** The languages of the product; Vietnamese is the first. */
export const languages = ['vi', 'en'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** One message in every language; `{name}` stands for the parameter of that name. */
export type Message = Readonly<Record<Language, string>>;

/** The parameters a message is filled with. */
export type Params = Readonly<Record<string, string | number>>;

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const numberFormats = new Map<Language, Intl.NumberFormat>();

/** A number as people write it in that language: 1.234,5 in Vietnamese. */
export function formatNumber(value: number, language: Language = 'vi'): string {
  // Making one takes ten milliseconds: the pane is to show before the first number is written.
  const format =
    numberFormats.get(language) ??
    new Intl.NumberFormat(locales[language], { maximumFractionDigits: 6 });
  numberFormats.set(language, format);
  return format.format(value);
}

/** A day as people write it: 20/11/2025, from the ISO day; other text is given back as it is. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? `${match[3] ?? ''}/${match[2] ?? ''}/${match[1] ?? ''}` : iso;
}

/** A name within a sentence: "Cả năm 2025" as "cả năm 2025". Abbreviations keep their capitals. */
export function withinSentence(name: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(name)
    ? name.charAt(0).toLocaleLowerCase('vi-VN') + name.slice(1)
    : name;
}

/**
 * Fills a message. Numbers are written in the language's way and ISO days as dd/mm/yyyy; a
 * parameter that is not given leaves its name standing, so that a fault is seen.
 */
export function fill(message: Message, params: Params, language: Language = 'vi'): string {
  return message[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const given = Object.hasOwn(params, name) ? params[name] : undefined;
    if (given === undefined) return whole;
    return typeof given === 'number' ? formatNumber(given, language) : formatDate(given);
  });
}
