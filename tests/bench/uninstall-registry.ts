/**
 * The registry that the ways to list programs are compared on: 500 `Uninstall` keys in each view, ten values each.
 * Runs on Linux, which writes it, and on the Windows of the lab, which compares.
 */
export interface WrittenProgram {
  readonly view: 'machine64' | 'machine32';
  readonly keyName: string;
  /** Text is REG_SZ, a number REG_DWORD. */
  readonly values: Readonly<Record<string, string | number>>;
}

const keysPerView = 500;

/** Full native paths; `collectPrograms` finds the keys there by itself. */
export const uninstallPaths = {
  machine64: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
  machine32: 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
} as const;

/** Names as vendors write them: many scripts, both directions, characters outside the first plane. */
const words = [
  ['Photo Editor', 'Northwind Ltd'],
  ['Éditeur de façades', 'Société Générale de Logiciels'],
  ['Größenrechner für Straßenbau', 'Müller & Söhne GmbH'],
  ['Бухгалтерия предприятия', 'ООО «Ромашка»'],
  ['Επεξεργαστής κειμένου', 'Αθηναϊκή Πληροφορική'],
  ['文書作成ソフト', '株式会社サンプル'],
  ['输入法管理工具', '北京示例科技有限公司'],
  ['한글 뷰어', '주식회사 예시'],
  ['محرر النصوص', 'شركة البرمجيات'],
  ['עורך תמונות', 'חברת תוכנה בע״מ'],
  ['โปรแกรมบัญชี', 'บริษัท ตัวอย่าง จำกัด'],
  ['हिन्दी टाइपिंग', 'उदाहरण प्राइवेट लिमिटेड'],
  ['Trình duyệt ảnh', 'Công ty Phần mềm Việt'],
  ['𝒞𝒶𝓁𝒸𝓊𝓁𝒶𝓉ℴ𝓇 🧮', 'Emoji Softworks 🚀'],
] as const;

export const writtenPrograms: readonly WrittenProgram[] = (
  ['machine64', 'machine32'] as const
).flatMap((view) => Array.from({ length: keysPerView }, (_, index) => programAt(view, index)));

function programAt(view: WrittenProgram['view'], index: number): WrittenProgram {
  const [name, publisher] = words[index % words.length] ?? words[0];
  const bits = view === 'machine64' ? 64 : 32;
  const digits = (bits * 100_000 + index).toString(16).toUpperCase().padStart(12, '0');
  const byInstaller = index % 2 === 0;
  const keyName = byInstaller
    ? `{5A1F0E2C-7B44-4C0D-9E11-${digits}}`
    : `${name} ${index} x${bits}_is1`;
  const folder = `C:\\Program Files\\${publisher}\\${name} ${index}`;
  const remove = byInstaller ? `MsiExec.exe /X${keyName}` : `"${folder}\\unins000.exe"`;
  return {
    view,
    keyName,
    values: {
      DisplayName: `${name} ${index} (${bits}-bit)`,
      DisplayVersion: `${index % 30}.${index % 7}.${1000 + index}.0`,
      Publisher: publisher,
      InstallLocation: `${folder}\\`,
      InstallDate: `2026${String(1 + (index % 12)).padStart(2, '0')}15`,
      UninstallString: remove,
      QuietUninstallString: `${remove} ${byInstaller ? '/qn' : '/VERYSILENT'}`,
      URLInfoAbout: `https://software.example/${bits}/${index}`,
      EstimatedSize: 1000 + index * 37,
      WindowsInstaller: byInstaller ? 1 : 0,
    },
  };
}
