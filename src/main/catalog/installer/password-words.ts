/**
 * How the word for a password begins in the languages in which installers of these products speak. No language is
 * believed alone: what an installer writes into its log is looked through for its own properties as well.
 */
export const passwordWords: readonly string[] = [
  'passwor[dt]',
  'passord',
  'parol',
  'kennwort',
  'mot de passe',
  'contraseña',
  'senha',
  'palavra[- ]passe',
  'wachtwoord',
  'has[łl][oae]m?(?!\\p{L})',
  'hesl[oa]',
  'gesl[oa](?!\\p{L})',
  'lozink',
  'slaptažod',
  'salasana',
  'salasõna',
  'lösenord',
  'adgangskode',
  'kodeord',
  'jelsz',
  'şifre(?!le)',
  'kata sandi',
  'mật khẩu',
  'парол',
  'лозинк',
  'құпиясөз',
  'κωδικ\\p{L}* πρόσβασης',
  'סיסמ',
  'كلمة (?:المرور|السر)',
  'รหัสผ่าน',
  '密码',
  '密碼',
  'パスワード',
  '암호(?!화)',
  '비밀번호',
];

/** Names of products that have such a word in them and say nothing about a password that is asked for. */
export const namesWithPassword: readonly string[] = ['Password Manager'];
