import { fold } from '../../domain/text';

/**
 * The vocabulary of Vietnamese public bodies: what a name begins with, the fields of ministries,
 * departments and offices, the nouns that groups are made of, the usual abbreviations. All words
 * are folded (see `fold`), without "và". Names of places and of single bodies do not belong here.
 */

/** A phrase as its folded words. */
export type Phrase = { readonly words: readonly string[] };

/** Phrases by their first word, longer ones first. */
export type Lexicon<T extends Phrase> = ReadonlyMap<string, readonly T[]>;

function lexicon<T extends Phrase>(phrases: readonly T[]): Lexicon<T> {
  const byFirst = new Map<string, T[]>();
  const longestFirst = [...phrases].sort((one, other) => other.words.length - one.words.length);
  for (const phrase of longestFirst) {
    const [first = ''] = phrase.words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

function phrases(list: string): Phrase[] {
  return list.split('|').map((words) => ({ words: fold(words).split(' ') }));
}

/** How a name that begins with this head goes on. */
export type Head = Phrase & {
  /**
   * - `field`: with a field from {@link fields}, which may hold commas and "và".
   * - `place`: with a level or a list of levels ("các huyện, thị xã, thành phố").
   * - `list`: with words that may themselves be a list ("Trung tâm Xúc tiến Đầu tư, Thương mại").
   * - `plain`: up to the next separator.
   */
  readonly kind: 'field' | 'place' | 'list' | 'plain';
};

const heads = (kind: Head['kind'], list: string): Head[] =>
  phrases(list).map(({ words }) => ({ words, kind }));

/** Longer heads first, so that "Bộ Chỉ huy" is not a ministry. */
export const agencyHeads = lexicon<Head>([
  ...heads('field', 'so|bo|phong|ban'),
  ...heads(
    'place',
    'uy ban nhan dan|ubnd|chu tich uy ban nhan dan|chu tich ubnd|hoi dong nhan dan|hdnd|thuong truc hoi dong nhan dan|thuong truc hdnd|cong an|dang uy|ban chi huy quan su|ban thuong vu|cap uy|uy ban mat tran to quoc|uy ban mttq',
  ),
  ...heads(
    'list',
    'trung tam|ban quan ly|bql|vien|cuc|chi cuc|tong cuc|vu|truong|hoi|hiep hoi|lien hiep|quy|tram y te|ban dieu phoi|ban can su|hoc vien|to cong tac|to giup viec|tap doan|tong cong ty|cong ty',
  ),
  ...heads(
    'plain',
    'van phong|vp|van phong hoi dong nhan dan va uy ban nhan dan|van phong hdnd va ubnd|van phong doan dai bieu quoc hoi va hoi dong nhan dan|van phong doan dbqh va hdnd|van phong doan dbqh va hoi dong nhan dan|uy ban|uy ban kiem tra|ban chi dao|ban chap hanh|thanh tra|ngan hang|nhnn|bao|dai|kho bac|bao hiem|bhxh|thue|thong ke tinh|thong ke thanh pho|to de an|to cong tac|to cong nghe|to giup viec|hai quan|dai hoc|benh vien|lien doan|lien minh|doan|mat tran|mttq|tinh uy|thanh uy|thi uy|huyen uy|quan uy|tinh doan|thanh doan|toa an|buu dien|vien thong|dien luc|bo doi|bo chi huy|bo tu lenh|hoi dong|dang doan|nha xuat ban|vien kiem sat|thong tan xa|chinh phu|quoc hoi|thu tuong|dang bo|thuong truc|doi|vnpt|viettel|mobifone|vietnamobile|fpt',
  ),
]);

/**
 * How the one-word heads and nouns are spelt with their marks: "số" and "sổ" are no department.
 */
export const spellings: ReadonlySet<string> = new Set(
  'sở|bộ|ban|phòng|hội|vụ|cục|quỹ|đài|báo|trường|viện|đoàn|thuế|tỉnh|thành|huyện|quận|xã|phường|cấp|thôn|ấp|ngành|vp|bql|nhnn|bhxh|mttq|ubnd|hđnd|hdnd|đội|vnpt|viettel|mobifone|vietnamobile|fpt'.split(
    '|',
  ),
);

/** What begins like a body and is none. */
export const falseHeads = lexicon(
  phrases(
    'bao cao|bao dam|ban hanh|bo tieu chi|bo chi so|bo tai lieu|bo cong cu|bo du lieu|bo quy tac|bo cau hoi|bo nhan dien|hoi nghi|hoi thao|hoi thi|phong trao|phong thi nghiem|phong hoc|phong hop|trung tam du lieu',
  ),
);

const departments =
  'khoa hoc cong nghe|thong tin truyen thong|ke hoach dau tu|giao duc dao tao|tai nguyen moi truong|nong nghiep moi truong|nong nghiep phat trien nong thon|van hoa the thao du lich|van hoa the thao|van hoa thong tin|lao dong thuong binh xa hoi|cong thuong|giao thong van tai|tu phap|noi vu|tai chinh|y te|ngoai vu|xay dung|du lich|dan toc ton giao|dan toc|quy hoach kien truc|an toan thuc pham|khcn|tttt|tt tt|khdt|gddt|tnmt|nnmt|nnptnt|nn ptnt|vhttdl|vhtt dl|vhtt|ldtbxh|ld tbxh|gtvt|kh cn|kh dt|gd dt|tn mt|nn mt|nn ptnt|nong nghiep ptnt|lao dong tbxh|lao dong tb xh|van hoa the thao dl|van hoa tt dl';

/**
 * The fields that make a complete name after each head. A field may be written with commas,
 * dashes, "và" or nothing between its words.
 */
export const agencyFields: ReadonlyMap<string, Lexicon<Phrase>> = new Map([
  ['so', lexicon(phrases(`${departments}|tc|nv|yt|xd|ct|dl`))],
  ['bo', lexicon(phrases(`${departments}|cong an|quoc phong|ngoai giao|thong tin truyen thong`))],
  [
    'phong',
    lexicon(
      phrases(
        `${departments}|van hoa khoa hoc thong tin|van hoa xa hoi|kinh te|kinh te ha tang|kinh te ha tang do thi|tai chinh ke hoach|quan ly do thi|giao duc|noi vu lao dong|tai nguyen|nong nghiep|khoa hoc cong nghe thong tin`,
      ),
    ),
  ],
  [
    'ban',
    lexicon(
      phrases(
        'tuyen giao dan van|tuyen giao|dan van|to chuc|noi chinh|dan toc|ton giao|kinh te ngan sach|phap che|van hoa xa hoi|do thi',
      ),
    ),
  ],
]);

/**
 * A noun that groups are made of. `state` bodies and `other` ones (firms, schools) named in one
 * breath are two groups; `any` joins both; `place` is a level of government.
 */
export type GroupNoun = Phrase & {
  readonly scope: 'state' | 'any' | 'other' | 'place' | 'media';
  /** It also begins names of single bodies ("Sở", "Viện"), so a following name makes it one. */
  readonly isHead: boolean;
};

const nouns = (scope: GroupNoun['scope'], isHead: boolean, list: string): GroupNoun[] =>
  phrases(list).map(({ words }) => ({ words, scope, isHead }));

/** Nouns that name a group of bodies, with the part of the state they belong to. */
export const groupNouns = lexicon<GroupNoun>([
  ...nouns('state', true, 'so|ban|bo|phong|hoi|cuc|chi cuc|vu|cap uy'),
  ...nouns(
    'state',
    false,
    'co quan ngang bo|co quan thuoc chinh phu|dang bo|chi bo|nganh|so nganh|so ban nganh|ban nganh|bo nganh|phong ban|phong nganh|dia phuong|doan the|hoi doan the|linh vuc',
  ),
  ...nouns(
    'place',
    false,
    'tinh|thanh pho|thanh|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|cap|thon|ap|to dan pho|khu pho|khu dan cu',
  ),
  ...nouns('any', false, 'co quan|don vi|to chuc|luc luong'),
  ...nouns(
    'other',
    true,
    'vien|truong|truong dai hoc|truong cao dang|dai hoc|cao dang|vien nghien cuu|hoc vien|benh vien|trung tam|hiep hoi|ngan hang|quy',
  ),
  ...nouns('other', true, 'tap doan|tong cong ty|cong ty'),
  ...nouns(
    'other',
    false,
    'vien truong|doanh nghiep|nha mang|hop tac xa|ca nhan|nha khoa hoc|chuyen gia|nha dau tu|chu dau tu|ho kinh doanh|nguoi dan|co so',
  ),
  ...nouns('media', true, 'bao|dai'),
  ...nouns(
    'media',
    false,
    'bao dai|dai phat thanh|dai truyen hinh|phat thanh|truyen hinh|co quan bao chi',
  ),
]);

/** Words before the nouns of a group: "Các sở, ngành". */
export const determiners: ReadonlySet<string> = new Set([
  'cac',
  'nhung',
  'moi',
  'toan',
  'tat',
  'ca',
]);

/** What may follow the noun of a group without making a name of it. */
export const qualifiers: ReadonlySet<string> = new Set(
  'lien|co|tren|truc|thuoc|khac|cua|du|la|cac|cap|trong|ngoai|chuc|tham|dong|tai|o'.split('|'),
);

/** Nouns that mean several bodies even alone: "doanh nghiệp", "đơn vị". */
export const naturalPlurals: ReadonlySet<string> = new Set(
  'dia phuong|doan the|nganh|doanh nghiep|ca nhan|nha khoa hoc|chuyen gia|nha mang|hop tac xa|ho kinh doanh|nguoi dan|co quan|don vi|to chuc'
    .split('|')
    .map(fold),
);

/** Words that say what a body does in the row, not who it is. */
export const roleWords = lexicon(
  phrases(
    'co quan chu tri|don vi chu tri|co quan phoi hop|don vi phoi hop|co quan thuc hien|don vi thuc hien|chu tri phoi hop voi|chu tri phoi hop|phoi hop voi|phoi hop cung|cung voi|phoi hop|chu tri|de nghi',
  ),
);

/** Where a duty begins that was written into an agency cell: "… tiếp tục triển khai …". */
export const dutyWords = lexicon(
  phrases(
    'tiep tuc|can cu|theo chuc nang|co trach nhiem|chiu trach nhiem|trien khai|thuc hien|to chuc thuc hien|bao cao',
  ),
);

/** Words after which "Sở" or "Phòng" belongs to the name before it. */
export const ownerWords: ReadonlySet<string> = new Set(
  'thuoc|cua|cac|phong|doc|dao|truong|pho|voi|cung|tai|va|bo'.split('|'),
);

/** Abbreviations of whole words, by their letters alone, as they stand in capitals. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    khcn: 'khoa hoc cong nghe',
    tttt: 'thong tin truyen thong',
    khdt: 'ke hoach dau tu',
    gddt: 'giao duc dao tao',
    tnmt: 'tai nguyen moi truong',
    nnmt: 'nong nghiep moi truong',
    nnptnt: 'nong nghiep phat trien nong thon',
    ptnt: 'phat trien nong thon',
    ldtbxh: 'lao dong thuong binh xa hoi',
    ldtb: 'lao dong thuong binh',
    tckh: 'tai chinh ke hoach',
    tbxh: 'thuong binh xa hoi',
    vhttdl: 'van hoa the thao du lich',
    vhtt: 'van hoa the thao',
    gtvt: 'giao thong van tai',
    ubnd: 'uy ban nhan dan',
    ub: 'uy ban',
    ubmttq: 'uy ban mat tran to quoc',
    ubmttqvn: 'uy ban mat tran to quoc',
    hdnd: 'hoi dong nhan dan',
    dbqh: 'dai bieu quoc hoi',
    mttq: 'mat tran to quoc',
    mttqvn: 'mat tran to quoc',
    tncs: 'thanh nien cong san',
    hcm: 'ho chi minh',
    lhpn: 'lien hiep phu nu',
    ldld: 'lien doan lao dong',
    ccb: 'cuu chien binh',
    khkt: 'khoa hoc ki thuat',
    ncpt: 'nghien cuu phat trien',
    cnsh: 'cong nghe sinh hoc',
    cntt: 'cong nghe thong tin',
    dhyd: 'dai hoc y duoc',
    dh: 'dai hoc',
    dtcd: 'di tich co do',
    tw: 'trung uong',
    tp: 'thanh pho',
    tx: 'thi xa',
    vp: 'van phong',
    bql: 'ban quan li',
    kcn: 'khu cong nghiep',
    kkt: 'khu kinh te',
    bhxh: 'bao hiem xa hoi',
    nhnn: 'ngan hang nha nuoc',
    chqs: 'chi huy quan su',
    bchqs: 'bo chi huy quan su',
    bdbp: 'bo doi bien phong',
    ptth: 'phat thanh truyen hinh',
    hcc: 'hanh chinh cong',
    dmst: 'doi moi sang tao',
    cds: 'chuyen doi so',
    csdl: 'co so du lieu',
    bch: 'ban chap hanh',
    btv: 'ban thuong vu',
  }),
);

/** Short names of departments that only mean them right after "Sở". */
export const shortDepartments: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tc: 'tai chinh',
    nv: 'noi vu',
    yt: 'y te',
    xd: 'xay dung',
    ct: 'cong thuong',
    tp: 'tu phap',
    dl: 'du lich',
  }),
);
