/** What tells a product or a time from a body, as patterns over plain text (see `plain`). */

/** Nouns and verbs that products of a task begin with. */
export const productStart =
  /^(?:(?:cac|mot so|nhung|bo|he thong) )?(?:ke hoach|bao cao|chuong trinh|de an|du an|de cuong|quyet dinh|nghi quyet|quy (?:che|dinh|trinh|hoach|chuan)|van ban|to trinh|huong dan|cong van|thong (?:bao|tu)|nghi dinh|chi thi|ket luan|ket qua|nen tang|he thong|phan mem|csdl|co so du lieu|kho du lieu|du lieu|so lieu|tieu chi|chi so|chi tieu|cong cu|tai lieu|quy tac|so tay|cam nang|danh (?:muc|sach)|mo hinh|giai phap|chinh sach|co che|hoi (?:nghi|thao|thi)|hoat dong|lop|khoa (?:dao tao|hoc)|chuyen (?:muc|trang|de)|tin bai|san pham|mang luoi|trung tam du lieu|phong thi nghiem|cong (?:thong tin|trinh|nghe|dich vu)|ung dung|hop dong|hop tac|thoa thuan|bien ban|ho so|bieu mau|khung|kien truc|ban do|ban (?:ghi nho|dong)|ty le|ti le|so luong|phong trao|giay|chung (?:nhan|chi)|phuong an|nhiem vu(?! thuong xuyen)|chien luoc|thiet ke|ha tang|dich vu|thu tuc|luat|phap lenh|khu|cum|y kien|kinh phi|nguon luc|doanh nghiep duoc|to chuc (?:cac|thanh cong|hoi|lop)|co (?:ty le|it nhat|\d)|hinh thanh|xay dung|ban hanh|phe duyet|khac phuc|quan ly chat|nang cao|dam bao|bao dam|cap nhat|van hanh|dua vao|thanh lap|kien toan|ket noi|tich hop|so hoa|hoan thanh(?! (?:trong|truoc|cham|vao|nam|quy|thang|den|\d)))\b|^\d+%/;

/** What was done to a product, wherever it stands: "được ban hành", "hoàn thành". */
export const outcomeWords =
  /\bduoc (?:ban hanh|phe duyet|duyet|trien khai|thanh lap|xay dung|cong nhan|dua vao|ky|to chuc|hoan thanh|van hanh)\b|\bhoan thanh$|\bdua vao (?:su dung|van hanh|hoat dong|khai thac)\b/;

/** What a time cell begins with. */
export const timeStart =
  /^[("']*(?:(?:nhiem vu |thuc hien )?thuong xuyen|lien tuc|hang|hoan thanh (?:trong|truoc|cham|vao|nam|quy|thang|den|\d)|xong|nam|quy|qui|thang|ngay|trong|truoc|sau|tu|den|het|giai doan|dinh k[yi]|theo|khi|(?:cuoi|dau|giua) nam|bat dau|cham nhat|du kien|dot xuat|t ?\d|q ?[\di]|6 thang|ke tu|trinh\b.*\b(?:sau khi|khi)\b|\d)/;

/** "Tổ chức" as a verb, not as a body: "Tổ chức thực hiện …". */
export const organizing =
  /^to chuc (?:thuc hien|trien khai|ung dung|dao tao|tuyen truyen|xuc tien|hoc tap|quan ly|xay dung|kiem tra|danh gia|boi duong|tap huan|so ket|tong ket|cac (?:lop|hoi|cuoc|hoat))\b/;
