import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../../../../../src/main/machine/formats/text/decode-text.ts';
import { parseTask } from '../../../../../../src/main/machine/formats/task/parse-task.ts';

const xml = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Author>K &amp; &#1050;&#x43b;</Author></RegistrationInfo>
  <!-- <Exec><Command>commented.exe</Command></Exec> -->
  <Actions Context="Author">
    <Exec id="1"><Command>"C:\\Program Files\\a.exe"</Command><Arguments>--q "1 &lt; 2"</Arguments></Exec>
    <ComHandler><ClassId>{0}</ClassId></ComHandler>
    <Exec><Command>
      b.exe
    </Command></Exec>
  </Actions>
</Task>`;

const expected = {
  path: '\\Vendor\\Launch',
  author: 'K & Кл',
  actions: [
    { execute: '"C:\\Program Files\\a.exe"', arguments: '--q "1 < 2"' },
    { execute: 'b.exe', arguments: null },
  ],
  doesMore: true,
  logon: 'other',
};

test.each([
  ['UTF-16 with its mark', Buffer.from(`\ufeff${xml}`, 'utf16le')],
  ['UTF-16 without', Buffer.from(xml, 'utf16le')],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${xml}`, 'utf8')],
  ['UTF-8 without', Buffer.from(xml, 'utf8')],
])('a task in %s tells its author and what it starts', (_, bytes) => {
  expect(parseTask('\\Vendor\\Launch', decodeText(bytes))).toEqual(expected);
});

const nothingToldBy = { path: '\\x', author: null, actions: [], doesMore: false, logon: 'other' };

test.each([
  ['defines entities', '<!DOCTYPE Task [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>'],
  ['names a foreign document', '<!DOCTYPE Task SYSTEM "file:///c:/windows/win.ini">'],
  ['is nested without end', '<a>'.repeat(100_000)],
  ['is called like a part of the language', '<__proto__/>'],
])('a file that %s tells nothing and does no harm', (_, before) => {
  const task = '<Task><RegistrationInfo><Author>&b;</Author></RegistrationInfo></Task>';
  expect(parseTask('\\x', before + task)).toEqual(nothingToldBy);
});

test.each([
  ['<UserId>S-1-5-18</UserId>', 'serviceAccount'],
  ['<UserId>NT AUTHORITY\\LOCAL SERVICE</UserId>', 'serviceAccount'],
  ['<UserId>S-1-5-18</UserId><LogonType>Password</LogonType>', 'serviceAccount'],
  ['<GroupId>S-1-5-32-545</GroupId>', 'group'],
  ['<UserId>PC\\Ana</UserId><LogonType>InteractiveToken</LogonType>', 'signedIn'],
  ['<UserId>PC\\Ana</UserId><LogonType>Password</LogonType>', 'password'],
  ['<UserId>PC\\Ana</UserId><LogonType>InteractiveTokenOrPassword</LogonType>', 'password'],
  ['<UserId>PC\\Ana</UserId><LogonType>S4U</LogonType>', 'other'],
  ['<UserId>PC\\Ana</UserId>', 'other'],
  ['<UserId>PC\\SYSTEM of Ana</UserId>', 'other'],
  ['', 'other'],
])('a task with the principal %s is known as %s', (principal, logon) => {
  const task = `<Task><Principals><Principal id="A">${principal}</Principal></Principals></Task>`;
  expect(parseTask('\\x', task).logon).toBe(logon);
});

test('a number stays as it is written, and an entity that nobody knows too', () => {
  const task =
    '<Task><Actions><Exec><Command>0012</Command><Arguments>&nope; 1e3</Arguments></Exec></Actions></Task>';
  expect(parseTask('\\x', task).actions).toEqual([{ execute: '0012', arguments: '&nope; 1e3' }]);
});

test('whatever a file of a task holds, reading it never fails', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '<Exec>',
      '</Exec>',
      '<Command>',
      '</Command>',
      '&#x110000;',
      '&#99999999999;',
      '&nope;',
      'a',
      '<!--',
      '-->',
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(parseTask('\\x', parts.join('')).path).toBe('\\x');
    }),
  );
});
