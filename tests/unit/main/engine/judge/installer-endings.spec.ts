import { describe, expect, it } from 'vitest';
import { installerErrors } from '../../../../../src/main/catalog/installer/installer-errors.ts';
import { installerExitCodes } from '../../../../../src/main/catalog/installer/installer-exit-codes.ts';
import type { PasswordState } from '../../../../../src/main/engine/judge/judging.ts';
import { judgeStep } from '../../../../../src/main/engine/judge/judge-step.ts';
import type { ActionResult } from '../../../../../src/shared/domain/action.ts';
import type { Step } from '../../../../../src/shared/domain/plan/step.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { actionResultOf, productCode, stepOf } from '../../../../support/run-samples.ts';

const present = inventoryOf({ installerProducts: [{ productCode }] });

const home = { productId: 'kaspersky-total-security', family: 'antivirus' } as const;
const endpoint = { productId: 'kaspersky-endpoint-security', family: 'endpoint' } as const;
const server = { productId: 'kaspersky-security-for-windows-server', family: 'server' } as const;
const agent = { productId: 'kaspersky-network-agent', family: 'agent' } as const;

interface Ending extends Partial<ActionResult> {
  readonly of?: typeof home | typeof endpoint | typeof server | typeof agent;
  readonly password?: PasswordState;
}

const login = { KLLOGIN: 'KLAdmin' };

/** How an uninstaller ended after which everything is where it was. */
function judged({ of = endpoint, password = 'notGiven', ...result }: Ending) {
  const about = { kind: 'product', findingId: 'x', name: 'Kaspersky', ...of } as const;
  const properties = of === endpoint ? login : {};
  const action: Step['action'] = {
    kind: 'uninstallMsi',
    productCode,
    properties,
    secretProperties: [],
  };
  const { outcome, message, wayOut } = judgeStep({
    step: { ...stepOf(), about, action },
    result: actionResultOf({ exitCode: 1603, ...result }),
    before: present,
    after: present,
    restartsBefore: [],
    password,
  });
  return { outcome, says: english.sentences(message), wayOut };
}

describe('how uninstallers ended where people asked for help', () => {
  it('E1: a home product that refuses for its password is told so, with the way past a forgotten one', () => {
    const said = 'The password is incorrect.';
    const { outcome, says } = judged({ of: home, password: 'notTaken', said });
    expect([outcome, says]).toEqual([
      'passwordByHand',
      expect.stringMatching(
        /protected by a password.*It said: The password is incorrect\..*safe mode/,
      ),
    ]);
    expect(says).not.toMatch(/restart/i);
  });

  it('E3: what the installer said is quoted, and no password is made of it', () => {
    const said = 'Error 1714. The older version of the product cannot be removed.';
    const { outcome, says } = judged({ said });
    expect([outcome, says]).toEqual(['failed', expect.stringContaining(`It said: ${said}`)]);
    expect(says).not.toMatch(/password|nothing was changed/i);
  });

  it('E5: what the installer took back is told as taken back, although everything is where it was', () => {
    const { outcome, says } = judged({ password: 'given', undone: true });
    expect([outcome, says]).toEqual([
      'failed',
      expect.stringMatching(/took back what it had done.*Read the end of the installer log/),
    ]);
    expect(says).not.toMatch(/password/i);
  });

  it('E7: a code with a meaning of its own keeps it', () => {
    const { outcome, says } = judged({ of: agent, exitCode: 1632 });
    expect([outcome, says]).toEqual([
      'failed',
      expect.stringContaining('temporary folder is full or cannot be written'),
    ]);
    expect(says).not.toMatch(/password/i);
  });
});

describe('a password', () => {
  it.each([
    'Enter the password.',
    'Das Kennwort ist falsch.',
    'Le mot de passe est incorrect.',
    'Contraseña incorrecta',
    'Senha incorreta',
    'Введён неверный пароль.',
    'Nieprawidłowe hasło',
    'Yanlış parola',
    '密码错误',
    'パスワードが正しくありません',
    'رمز: كلمة المرور غير صحيحة',
    'گذرواژه نادرست است.',
    'Parool on vale.',
    'La contrasenya és incorrecta.',
    'Kata laluan salah.',
    'პაროლი არასწორია.',
    'Нууц үг буруу байна.',
  ])('is recognised when it is said: %s', (said) => {
    expect([
      judged({ said }).outcome,
      judged({ said, password: 'given' }).outcome,
      judged({ said, of: home, password: 'notTaken' }).outcome,
    ]).toEqual(['passwordMissing', 'passwordWrong', 'passwordByHand']);
  });

  it('is recognised by its property in the log, in whatever language the rest was said', () => {
    const said = 'ಗುಪ್ತಪದ ತಪ್ಪಾಗಿದೆ';
    expect([judged({ said }).outcome, judged({ said, passwordNamed: true }).outcome]).toEqual([
      'failed',
      'passwordMissing',
    ]);
  });

  it.each([
    'Kaspersky Password Manager is running.',
    'The service could not be stopped.',
    'Hashing failed in gesloten mode.',
    'Os arquivos foram desenhados para outra versão.',
    'Κωδικός σφάλματος 12.',
    '암호화된 파일을 열 수 없습니다',
    'Şifreleme bileşeni etkin.',
  ])('is not made of what has another cause: %s', (said) => {
    expect([judged({ said }).outcome, judged({ said, password: 'given' }).outcome]).toEqual([
      'failed',
      'failed',
    ]);
  });

  it('is guessed for 1603 with nothing said, and for no other code', () => {
    const silent = [1603, 7, 1610, 1632].map((exitCode) => judged({ exitCode }).outcome);
    expect(silent).toEqual(['passwordMissing', 'failed', 'failed', 'failed']);
  });

  it('that was refused leads to another user only where the product has users', () => {
    const refused = { said: 'Wrong password.', password: 'given' } as const;
    expect([
      /KLAdmin.*--login/.test(judged(refused).says),
      /KLAdmin|--login/.test(judged({ ...refused, of: agent }).says),
      /KLAdmin|--login/.test(judged({ said: 'Wrong password.' }).says),
    ]).toEqual([true, false, false]);
  });

  it('that is forgotten has a lawful way for each kind of product', () => {
    const ways = [home, endpoint, server, agent].map((of) => {
      const { says } = judged({ of, said: 'Wrong password.', password: 'notTaken' });
      return [/safe mode/.test(says), /by a policy/.test(says), /cleaner\.exe/.test(says)];
    });
    expect(ways).toEqual([
      [true, false, false],
      [false, true, false],
      [false, true, false],
      [false, true, true],
    ]);
  });
});

describe('a way out', () => {
  it('is told where trying again changes nothing, by what is in the way', () => {
    const obstacleAfter = (ending: Ending) => judged(ending).wayOut?.obstacle ?? null;
    expect([
      obstacleAfter({ exitCode: 1612 }),
      obstacleAfter({ exitCode: 1610 }),
      obstacleAfter({ exitCode: 1605 }),
      obstacleAfter({ said: 'Wrong password.', password: 'given' }),
      obstacleAfter({ said: 'Error 27300.', undone: true }),
      obstacleAfter({ said: 'Error 27301. X' }),
    ]).toEqual([
      'packageMissing',
      'registrationBroken',
      'registrationBroken',
      'passwordLost',
      'rolledBack',
      'uninstallerFailed',
    ]);
  });

  it('is not told where waiting, room, a restart or another start is all that is needed', () => {
    const codes = [1618, 1602, 1632, 1601, 1652, 3010];
    expect(codes.flatMap((exitCode) => judged({ exitCode }).wayOut ?? [])).toEqual([]);
  });

  it('is none where no source names one: cleaning up alone takes nothing away', () => {
    const tools = { productId: 'kaspersky-administration-tools', family: 'management' } as const;
    const ending = { of: tools as never, exitCode: 1610 };
    expect(judged(ending).wayOut).toBeUndefined();
  });

  it('names the tool of its own kind of product and of no other', () => {
    const waysOf = (of: NonNullable<Ending['of']>) => judged({ of, exitCode: 1610 }).wayOut?.ways;
    expect([waysOf(home), waysOf(endpoint), waysOf(agent)]).toEqual([
      ['startRemovalTool', 'cleanUp'],
      ['askConsole', 'cleanUp'],
      ['askConsole', 'startCleaner', 'cleanUp'],
    ]);
  });
});

describe('what an installer said', () => {
  const codes = installerExitCodes.map(({ code }) => code);

  it.each([...codes, 1, -5])('is quoted whatever the code is: %s', (exitCode) => {
    expect(judged({ exitCode, said: 'Volume Q: is away' }).says).toContain(
      exitCode === 1641 || exitCode === 3010 ? 'Restart' : 'It said: Volume Q: is away.',
    );
  });

  it.each(installerErrors)(
    'names error $number, in every language and not by chance',
    ({ number }) => {
      const plain = judged({ said: 'Volume Q: is away.' }).says.replace('Volume Q: is away.', '');
      const named = judged({ said: `Ошибка ${number}. Что-то.` }).says;
      const [port, longer] = [`Port ${number}`, `Error 1${number}. X`].map((said) =>
        judged({ said }).says.replace(`${said}.`, '').replace(said, ''),
      );
      expect([
        named.includes('Windows Installer stopped with a fatal error'),
        port,
        longer,
      ]).toEqual([false, plain, plain]);
    },
  );

  it.each(['エラー 1714。古いバージョンを削除できません。', '错误 1714。无法删除旧版本。'])(
    'names an error where the full stop is another one: %s',
    (said) => {
      const { says } = judged({ said });
      expect(says).toContain('An older version of the product stands in the way');
      expect(says).toContain(`It said: ${said} `);
    },
  );

  it.each([
    [1303, 'may not change something', 'icon'],
    [1305, 'could not read a file that it needs', '--package'],
    [1316, 'could not read a file that it needs', '--package'],
    [1327, 'on a drive or in a network that cannot be reached', 'Connect that drive'],
    [1500, 'Another installation is running', 'Let it finish'],
    [1606, 'on a drive or in a network that cannot be reached', 'Connect that drive'],
    [1703, 'has to be restarted', 'Restart'],
    [1704, 'earlier installation was not finished', 'Restart'],
    [1711, 'could not write to the disk', 'Make room'],
    [1719, 'service could not be reached', 'Restart'],
    [1720, 'script of the uninstaller', 'administrator'],
    [1920, 'could not be started', 'Restart'],
    [1925, 'wants an administrator', 'administrator'],
    [2203, 'could not read a file that it needs', 'administrator'],
    [2755, 'could not read a file that it needs', '--package'],
    [1306, 'holds a file of the product open', 'icon'],
    [1402, 'may not change something', 'icon'],
    [1706, 'no longer finds the installation package', '--package'],
    [1905, 'library of the product could not be unregistered', 'Restart'],
    [1922, 'could not be stopped or deleted', 'icon'],
    [2503, 'no rights to the temporary folder', 'administrator'],
  ])('of error %i says its cause and what helps', (number, cause, help) => {
    const { outcome, says } = judged({ said: `Erreur ${number}. Quelque chose.` });
    expect([outcome, says.includes(cause), says.includes(help)]).toEqual(['failed', true, true]);
    expect(says).not.toMatch(/password|names the step that failed/);
  });

  it('that its package is missing leads to the way for a missing package', () => {
    const { wayOut } = judged({ said: 'Fehler 1706. Kein gültiges Quellmedium gefunden.' });
    expect(wayOut?.obstacle).toBe('packageMissing');
  });

  it('knows the vendor’s own number as an exit code too', () => {
    const { outcome, says } = judged({ of: server, exitCode: 27_302, said: null });
    expect([outcome, says]).toEqual([
      'failed',
      expect.stringContaining('could not take away or put back a driver'),
    ]);
  });

  it('of Windows Installer’s own errors says the same however it announces them', () => {
    const said = 'Internal Error 2755. 1632, C:\\Windows\\Installer\\1a2b.msi';
    expect(judged({ of: agent, said }).wayOut?.obstacle).toBe('packageMissing');
  });

  it.each([
    [0x80_07_06_42, 'The removal was canceled'],
    [-2_147_023_294, 'The removal was canceled'],
    [0x80_07_06_48, 'not documented'],
    [0x80_07_06_52, 'Another installation is running'],
    [0x80_07_00_00, 'not documented'],
    [0x80_04_06_42, 'not documented'],
  ])('knows a code that a bundle hands on, and no other of its kind: %i', (exitCode, cause) => {
    expect(judged({ of: home, password: 'notTaken', exitCode, said: null }).says).toContain(cause);
  });

  it.each([1640, 1645])('knows that a remote session is what is refused: %i', (exitCode) => {
    const { says, wayOut } = judged({ exitCode, said: null });
    expect([says, wayOut]).toEqual([
      expect.stringMatching(/Remote Desktop.*at the computer/),
      undefined,
    ]);
  });

  it('makes a home product be closed at its icon before it is tried again', () => {
    const said = 'A file is in use.';
    expect(
      [home, endpoint].map((of) =>
        judged({ of, password: 'notTaken', said }).says.includes('icon'),
      ),
    ).toEqual([true, false]);
  });
});
