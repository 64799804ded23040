import fc from 'fast-check';
import { fold } from '../../../src/domain/text';
import { agencyKey, isAgencyGroup, splitAgencies } from '../../../src/reading/cells/agencies';

/** The codes of the doubts about a cell. */
function doubtsOf(text: string): string[] {
  return splitAgencies(text).doubts.map((doubt) => doubt.code);
}

describe('splitAgencies', () => {
  it.each([
    'Sở Khoa học và Công nghệ',
    'Sở Nông nghiệp và Môi trường',
    'Sở Nông nghiệp và PTNT',
    'Sở Khoa học, Công nghệ',
    'Sở Khoa học & Công nghệ',
    'Sở KH và CN',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Văn hóa thể thao và du lịch',
    'Sở Lao động - Thương binh và Xã hội',
    'Sở Văn hóa, Gia đình và Thể thao',
    'Phòng Văn hóa, Khoa học và Thông tin thị xã',
    'Phòng Kinh tế, Hạ tầng và Đô thị thị xã',
    'Phòng Tài chính - Kế hoạch thị xã',
    'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    'Ban Quản lý Khu công nghệ cao và các khu công nghiệp',
    'Ban Quản lý các khu kinh tế, khu công nghiệp tỉnh',
    'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
    'Viện Hàn lâm Khoa học và Công nghệ Việt Nam',
    'Ngân hàng Nhà nước chi nhánh tỉnh',
    'Văn phòng Ủy ban nhân dân tỉnh',
    'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
    'Văn phòng HĐND và UBND huyện',
    'Báo và Phát thanh, Truyền hình tỉnh',
    'Báo và Đài Phát thanh - Truyền hình tỉnh',
    'Đài Phát thanh và Truyền hình thành phố',
    'Thuế tỉnh',
    'Thống kê tỉnh Quảng Ninh',
    'Tổ Đề án 06',
    'Tổ công tác chuyển đổi số',
    'MTTQ',
    'VNPT Hà Giang',
    'Sở Khoa học và Công nghệ (Trung tâm CNTT, Trung tâm Ứng dụng)',
    'Các sở, ngành, địa phương',
    'Các sở ngành liên quan',
    'các sở, ngành và địa phương',
    'Sở/ban/ngành',
    'Các Sở, Ban, Ngành',
    'Sở, ban, ngành thành phố',
    'Các ban, phòng ngành thị xã',
    'Các sở, ngành là chủ quản cơ sở dữ liệu chuyên ngành',
    'các sở, ngành có tổ chức khoa học công nghệ công lập',
    'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
    'Các cơ quan, tổ chức có liên quan',
    'Các cơ quan, đơn vị liên quan',
    'các tổ chức chính trị - xã hội của thành phố',
    'Các doanh nghiệp, hiệp hội, hợp tác xã',
    'Viện, Trường',
    'Trường đại học, cao đẳng',
    'Các trường đại học, cao đẳng, viện nghiên cứu',
    'Báo, đài phát thanh, truyền hình các cấp',
    'Ủy ban nhân dân các huyện, thị xã, thành phố',
    'Ủy ban nhân dân thành phố, thị xã đủ điều kiện',
    'UBND huyện/thị xã/thành phố',
    'UBND các xã, phường có liên quan',
    'UBND cấp huyện, cấp xã',
    'UBND các huyện, thành phố: Cao Lãnh, Sa Đéc',
  ])('keeps %j whole', (name) => {
    expect(splitAgencies(name)).toEqual({ names: [name], doubts: [] });
  });

  it.each<[string, string[]]>([
    ['Sở Nội vụ; Sở Khoa học và Công nghệ', ['Sở Nội vụ', 'Sở Khoa học và Công nghệ']],
    ['Sở Nội vụ và Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    [
      'Sở Nông nghiệp và Môi trường/Sở Công Thương',
      ['Sở Nông nghiệp và Môi trường', 'Sở Công Thương'],
    ],
    ['Sở Nội vụ\nSở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['- Sở Nội vụ - Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['1. Sở Nội vụ 2. Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['sở nội vụ, sở tài chính', ['sở nội vụ', 'sở tài chính']],
    ['Sở KH&CN , Các sở, ban, ngành liên quan', ['Sở KH&CN', 'Các sở, ban, ngành liên quan']],
    [
      'Sở Khoa học, Công nghệ, Sở Kế hoạch và Đầu tư và các địa phương',
      ['Sở Khoa học, Công nghệ', 'Sở Kế hoạch và Đầu tư', 'các địa phương'],
    ],
    [
      'Sở Khoa học và Công nghệ và các sở ngành, địa phương',
      ['Sở Khoa học và Công nghệ', 'các sở ngành, địa phương'],
    ],
    [
      'Bộ Chỉ huy quân sự thành phố, và các sở, ngành, địa phương',
      ['Bộ Chỉ huy quân sự thành phố', 'các sở, ngành, địa phương'],
    ],
    [
      'Bộ Khoa học và Công nghệ, Bộ Tài chính, các bộ, ngành, địa phương',
      ['Bộ Khoa học và Công nghệ', 'Bộ Tài chính', 'các bộ, ngành, địa phương'],
    ],
    ['Sở VH,TT&DL, Sở LĐ-TB&XH', ['Sở VHTT&DL', 'Sở LĐ-TB&XH']],
    ['Sở Văn hóa Thể thao, Sở Du lịch', ['Sở Văn hóa Thể thao', 'Sở Du lịch']],
    ['Công an tỉnh, Sở Y tế và các bộ, ngành', ['Công an tỉnh', 'Sở Y tế', 'các bộ, ngành']],
    ['Sở TTTT, HUECIT', ['Sở TTTT', 'HUECIT']],
    ['VNPT, Viettel, MobiFone', ['VNPT', 'Viettel', 'MobiFone']],
    [
      'Báo Cần Thơ, Đài Phát thanh và Truyền hình thành phố',
      ['Báo Cần Thơ', 'Đài Phát thanh và Truyền hình thành phố'],
    ],
    ['Đại học Huế, Các Sở, ngành', ['Đại học Huế', 'Các Sở, ngành']],
    [
      'Trường Chính trị tỉnh, Trường Đại học Cần Thơ',
      ['Trường Chính trị tỉnh', 'Trường Đại học Cần Thơ'],
    ],
    ['Công an Thành phố, Văn phòng UBND Tp', ['Công an Thành phố', 'Văn phòng UBND Tp']],
    [
      'Các sở, ban, ngành, UBND cấp xã và các địa phương',
      ['Các sở, ban, ngành', 'UBND cấp xã', 'các địa phương'],
    ],
    [
      'Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã, thành phố liên quan.',
      ['Các sở, ban, ngành', 'Ủy ban nhân dân các huyện, thị xã, thành phố liên quan'],
    ],
    [
      'Các sở, ngành, địa phương, doanh nghiệp liên quan, các cơ quan đại diện ở nước ngoài',
      ['Các sở, ngành, địa phương', 'doanh nghiệp liên quan', 'các cơ quan đại diện ở nước ngoài'],
    ],
    [
      'Ngân hàng nhà nước chi nhánh tỉnh; Sở Công Thương, cơ quan thuế',
      ['Ngân hàng nhà nước chi nhánh tỉnh', 'Sở Công Thương', 'cơ quan thuế'],
    ],
    [
      'Ủy ban MTTQ Việt Nam tỉnh, Đoàn Thanh niên Cộng sản Hồ Chí Minh, Hội Nông dân và các đoàn thể',
      [
        'Ủy ban MTTQ Việt Nam tỉnh',
        'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
        'Hội Nông dân',
        'các đoàn thể',
      ],
    ],
    [
      'Chủ trì: Sở Y tế; Phối hợp: Sở Tài chính, Sở Nội vụ',
      ['Sở Y tế', 'Sở Tài chính', 'Sở Nội vụ'],
    ],
    ['Sở Y tế chủ trì, phối hợp với các sở, ngành', ['Sở Y tế', 'các sở, ngành']],
    ['Đề nghị Tòa án nhân dân tỉnh', ['Tòa án nhân dân tỉnh']],
    [
      'Các sở, ban, ngành, địa phương tiếp tục triển khai các nhiệm vụ tại Kế hoạch số 370/KH-UBND',
      ['Các sở, ban, ngành, địa phương'],
    ],
    ['Cấp ủy các cấp căn cứ chức năng, nhiệm vụ được giao', ['Cấp ủy các cấp']],
    ['các các sở, ngành', ['các sở, ngành']],
    ['Sở. ban, ngành thành phố', ['Sở, ban, ngành thành phố']],
    ['Sở, ban. ngành thành phố', ['Sở, ban, ngành thành phố']],
    ['', []],
    ['-', []],
  ])('splits %j', (text, names) => {
    expect(splitAgencies(text)).toEqual({ names, doubts: [] });
  });

  it.each<[string, string[]]>([
    [
      'Sở Thông tin và Truyền thông Sở Khoa học và Công nghệ',
      ['Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ'],
    ],
    [
      'Sở Thông tin và Truyền thông UBND các Quận thuộc thành phố',
      ['Sở Thông tin và Truyền thông', 'UBND các Quận thuộc thành phố'],
    ],
    ['UBND tỉnh Sở Tài chính', ['UBND tỉnh', 'Sở Tài chính']],
    [
      'Sở, ban, ngành thành phố: Ủy ban nhân dân quận, huyện',
      ['Sở, ban, ngành thành phố', 'Ủy ban nhân dân quận, huyện'],
    ],
  ])('splits %j where no separator stands, and says so', (text, names) => {
    expect(splitAgencies(text)).toEqual({
      names,
      doubts: [{ code: 'agenciesWithoutSeparator', params: { text } }],
    });
  });

  it.each<[string, string[]]>([
    [
      'Sở Tài chính, Kế hoạch và Đầu tư, Khoa học và Công nghệ',
      ['Sở Tài chính', 'Sở Kế hoạch và Đầu tư', 'Sở Khoa học và Công nghệ'],
    ],
    ['Sở Nội vụ và Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['Sở KHCN; TTTT', ['Sở KHCN', 'Sở TTTT']],
    ['Các Sở: Tài chính, Nội vụ', ['Sở Tài chính', 'Sở Nội vụ']],
    ['Các sở Tài chính, Nội vụ', ['Sở Tài chính', 'Sở Nội vụ']],
    ['UBND thành phố Mỹ Tho, thị xã Gò Công', ['UBND thành phố Mỹ Tho', 'UBND thị xã Gò Công']],
  ])('gives the shared head of %j back, and says so', (text, names) => {
    expect(splitAgencies(text)).toEqual({
      names,
      doubts: [{ code: 'agencySharedHead', params: { text } }],
    });
  });

  it('says which words begin like no body', () => {
    expect(splitAgencies('Sở Y tế, Huế ngày nay, các địa phương')).toEqual({
      names: ['Sở Y tế', 'Huế ngày nay', 'các địa phương'],
      doubts: [{ code: 'agencyUnknown', params: { text: 'Huế ngày nay' } }],
    });
    expect(doubtsOf('Báo cáo kết quả')).toEqual(['agencyUnknown']);
  });

  const pieces = fc.constantFrom(
    ...'Sở|sở|các|Các|ngành|ban|Ban|,|;|và|/|-|:|.|(|)|Y tế|Khoa học và Công nghệ|Tài chính|KH&CN|UBND|huyện|thị xã|Gò Công|tỉnh|Ủy ban nhân dân|Công an|Viện|trường|doanh nghiệp|liên quan|phối hợp với|căn cứ|VNPT|12|số 370/KH-UBND'.split(
      '|',
    ),
  );
  const pieced = fc.array(pieces, { maxLength: 12 });

  it('never throws, never gives an empty name, and keeps the words and their order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          pieced.map((words) => words.join(' ')),
        ),
        (text) => {
          const { names } = splitAgencies(text);
          const whole = fold(text).split(' ');
          for (const name of names) {
            expect(name.trim()).not.toBe('');
            expect(
              fold(name)
                .split(' ')
                .filter((word) => !whole.includes(word)),
            ).toEqual([]);
          }
        },
      ),
    );
  });

  it('reads the same whatever the white space and the letter form', () => {
    fc.assert(
      fc.property(pieced, (words) => {
        const text = words.join(' ');
        const { names } = splitAgencies(text);
        expect(splitAgencies(` ${words.join('  ')}\u00a0`).names).toEqual(names);
        expect(splitAgencies(text.normalize('NFD')).names).toEqual(names);
      }),
    );
  });

  it('splits its own names no further', () => {
    const departments = fc.constantFrom(
      'Sở Y tế',
      'Sở Khoa học và Công nghệ',
      'Sở Văn hóa, Thể thao và Du lịch',
      'Công an tỉnh',
      'Văn phòng UBND tỉnh',
      'UBND các xã, phường',
      'các sở, ban, ngành',
      'Ban Quản lý các khu công nghiệp',
    );
    fc.assert(
      fc.property(
        fc.array(departments, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('; ', ', ', ' và '),
        (list, separator) => {
          expect(splitAgencies(list.join(separator))).toEqual({ names: list, doubts: [] });
        },
      ),
    );
  });

  it('says that a text as long as a page is no list of bodies', () => {
    expect(splitAgencies('Sở Y tế, '.repeat(20_000)).names).toEqual([]);
    expect(doubtsOf('Sở Y tế, '.repeat(20_000))).toEqual(['agencyUnknown']);
  });

  it('ends soon on a hostile cell', () => {
    const start = performance.now();
    for (const piece of ['Sở Y tế và ', 'các sở, ', 'và ', 'các ', '(', 'UBND xã, '])
      splitAgencies(piece.repeat(Math.floor(4_000 / piece.length)));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('agencyKey', () => {
  it.each([
    ['Sở KH&CN', 'Sở Khoa học và Công nghệ'],
    ['Sở KHCN', 'Sở Khoa học và Công nghệ'],
    ['Sở KH và CN tỉnh', 'Sở Khoa học và Công nghệ'],
    ['Sở Khoa học, Công nghệ', 'Sở Khoa học và Công nghệ'],
    ['Sở Thông tin Truyền thông', 'Sở Thông tin và Truyền thông'],
    ['Sở TT&TT', 'Sở Thông tin và Truyền thông'],
    ['Sở TTTT', 'Sở Thông tin và Truyền thông'],
    ['Sở KH&ĐT', 'Sở Kế hoạch và Đầu tư'],
    ['Sở GD-ĐT', 'Sở Giáo dục và Đào tạo'],
    ['Sở TN&MT', 'Sở Tài nguyên và môi trường'],
    ['Sở NN&MT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở NN&PTNT', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['Sở Nông nghiệp và PTNT', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['Sở LĐTB&XH', 'Sở Lao động - Thương binh và Xã hội'],
    ['Sở VHTT&DL', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Sở NV', 'Sở Nội vụ'],
    ['Sở Y tế tỉnh', 'Sở Y tế'],
    ['Sở Y tế (chủ trì)', 'Sở Y tế'],
    ['Viện NCPT', 'Viện Nghiên cứu phát triển'],
    ['Viện CNSH', 'Viện Công nghệ sinh học'],
    ['Bệnh viện TW', 'Bệnh viện Trung ương'],
    ['Liên hiệp các Hội KHKT', 'Liên hiệp các Hội Khoa học và Kỹ thuật'],
    ['Văn phòng UBND Tp', 'Văn phòng Ủy ban nhân dân thành phố'],
    ['VP UBND TP.', 'Văn phòng Uỷ ban nhân dân Thành phố'],
    ['Ủy ban MTTQ Việt Nam tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    ['Các sở ngành, địa phương', 'Các Sở, ngành và địa phương'],
    ['các các sở, ngành', 'Sở, ngành'],
    ['các đơn vị có liên quan', 'Đơn vị liên quan'],
    ['Sở, ban. ngành thành phố', 'Sở, ban, ngành'],
  ])('takes %j and %j for one', (one, other) => {
    expect(agencyKey(one)).toBe(agencyKey(other));
  });

  it.each([
    ['Sở Tài chính', 'Bộ Tài chính'],
    ['UBND tỉnh', 'UBND thành phố'],
    ['Công an tỉnh', 'Công an xã'],
    ['Các sở, ngành', 'Các sở, ban, ngành'],
    ['Sở Văn hóa và Thể thao', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Các sở, ngành', 'Các sở, ngành liên quan'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(agencyKey(one)).not.toBe(agencyKey(other));
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(agencyKey(agencyKey(text))).toBe(agencyKey(text));
      }),
    );
  });
});

describe('isAgencyGroup', () => {
  it.each([
    'Các sở, ngành, địa phương',
    'Sở, ngành, địa phương',
    'Sở, ban, ngành thành phố',
    'Ủy ban nhân dân quận, huyện',
    'Ủy ban nhân dân các huyện, thị xã, thành phố',
    'UBND cấp xã',
    'Các cơ quan liên quan',
    'Đơn vị liên quan',
    'Viện, Trường',
    'Trường đại học, cao đẳng',
    'doanh nghiệp liên quan',
    'các địa phương',
    'địa phương',
    'Báo, đài phát thanh, truyền hình các cấp',
    'Cấp ủy các cấp',
    'Tất cả các sở, ngành',
  ])('takes %j for several bodies', (name) => {
    expect(isAgencyGroup(name)).toBe(true);
  });

  it.each([
    'Sở Văn hóa, Thể thao và Du lịch',
    'UBND tỉnh',
    'UBND thành phố Mỹ Tho',
    'Liên hiệp các Hội Khoa học và Kỹ thuật',
    'Ban Quản lý các khu công nghiệp',
    'Báo và Phát thanh, Truyền hình tỉnh',
    'Hiệp hội Doanh nghiệp tỉnh',
    'Trường Đại học Cần Thơ',
    'cơ quan thuế',
    'Huế ngày nay',
    'Sở Nội vụ; các sở, ngành',
    '',
  ])('does not take %j for several bodies', (name) => {
    expect(isAgencyGroup(name)).toBe(false);
  });
});
