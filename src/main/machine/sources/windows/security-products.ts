import { message, quoted } from '../../../../shared/domain/message.ts';
import {
  providerList,
  securityCenter,
  type SecurityProduct,
} from '../../../../shared/domain/inventory/security-products.ts';
import { type Gap, readSection, unreadableSection } from '../../../../shared/domain/section.ts';
import { type ComAnswer, releaseCom } from '../../windows/ffi/com.ts';
import {
  classNotRegistered,
  createProductList,
  initializeList,
  productAt,
  type ProductNumber,
  productNumber,
  type ProductText,
  productText,
} from '../../windows/ffi/security-center.ts';
import { describeWin32Error } from '../../windows/ffi/win32-error.ts';
import { limited } from '../../windows/com/limiter.ts';
import { inApartment } from '../../windows/com/in-apartment.ts';
import { withTimeLimit } from '../../windows/com/time-limit.ts';

type Provider = SecurityProduct['provider'];

/**
 * What the Windows Security Center lists (client Windows only). A row is a claim of the product, not proof that it
 * protects. Runs in background threads; a call that hangs beyond the time limit is left behind.
 */
export async function collectSecurityProducts(limitMs: number) {
  const result = await withTimeLimit(
    limitMs,
    limited(() => inApartment(readProviders)),
  );
  if (result.timedOut) return unreadableSection(timeOutGap(limitMs));
  const { items, gaps, listsRead } = result.value;
  return listsRead === 0 ? unreadableSection(...gaps) : readSection(items, gaps);
}

function timeOutGap(limitMs: number): Gap {
  const detail = message('gap.noAnswer', { count: limitMs / 1000 });
  return { subject: securityCenter, reason: 'timedOut', detail, needsAdministrator: false };
}

/**
 * `WSC_SECURITY_PROVIDER`. Source: Microsoft, Windows SDK header `Wscapi.h`. Antispyware has no list of its own since Windows 10
 * 1607 (osquery/osquery#7399).
 */
const providers: readonly { readonly provider: Provider; readonly code: number }[] = [
  { provider: 'antivirus', code: 4 },
  { provider: 'firewall', code: 1 },
];

class Reading {
  readonly items: SecurityProduct[] = [];
  readonly gaps: Gap[] = [];
  listsRead = 0;

  /** The value of an answer, or null and a gap. */
  take<T>(subject: string, answer: ComAnswer<T>): T | null {
    if (answer.ok) return answer.value;
    this.gaps.push({
      subject,
      reason: answer.code === classNotRegistered ? 'notSupported' : 'failed',
      detail: quoted(describeWin32Error(answer.code)),
      needsAdministrator: false,
    });
    return null;
  }
}

async function readProviders(): Promise<Reading> {
  const reading = new Reading();
  for (const { provider, code } of providers) {
    const made = await createProductList();
    const isMissing = !made.ok && made.code === classNotRegistered;
    const list = reading.take(isMissing ? securityCenter : providerList(provider), made);
    if (isMissing) break;
    if (list === null) continue;
    try {
      await readList(list, provider, code, reading);
    } finally {
      await releaseCom(list);
    }
  }
  return reading;
}

async function readList(
  list: bigint,
  provider: Provider,
  code: number,
  reading: Reading,
): Promise<void> {
  const subject = providerList(provider);
  const count = reading.take(subject, await initializeList(list, code));
  if (count === null) return;
  reading.listsRead++;
  for (let index = 0; index < count; index++) {
    const product = reading.take(`${subject}, row ${index + 1}`, await productAt(list, index));
    if (product === null) continue;
    try {
      reading.items.push(await readProduct(product, provider, reading));
    } finally {
      await releaseCom(product);
    }
  }
}

/** Source: Microsoft, Windows SDK header `Wscapi.h`. Zero means on in the first, and out of date in the second. */
const states: readonly SecurityProduct['state'][] = ['on', 'off', 'snoozed', 'expired'];
const signatures: readonly SecurityProduct['signatures'][] = ['outOfDate', 'upToDate'];

async function readProduct(
  product: bigint,
  provider: Provider,
  reading: Reading,
): Promise<SecurityProduct> {
  const list = providerList(provider);
  const name = reading.take(`${list}, a name`, await productText(product, 'name'));
  const subject = `${list}, ${name ?? 'a product without a name'}`;
  const text = async (property: ProductText) =>
    reading.take(`${subject}, ${property}`, await productText(product, property));
  const number = async (property: ProductNumber) =>
    reading.take(`${subject}, ${property}`, await productNumber(product, property)) ?? -1;
  // Signatures and their time are an antivirus's only (Microsoft, Windows-classic-samples, `WscApiSample.cpp`).
  const isAntivirus = provider === 'antivirus';
  return {
    provider,
    name: name ?? '',
    state: states[await number('state')] ?? 'unknown',
    signatures: (isAntivirus ? signatures[await number('signatureStatus')] : null) ?? 'unknown',
    reportingPath: await text('remediationPath'),
    guid: await text('guid'),
    timestamp: isAntivirus ? await text('timestamp') : null,
  };
}
