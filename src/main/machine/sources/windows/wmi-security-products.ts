import { message } from '../../../../shared/domain/message.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import {
  productClasses,
  securityNamespace,
  type WmiSecurityProduct,
} from '../../../../shared/domain/inventory/wmi-security-products.ts';
import { readWmi, type WmiRow } from '../../windows/com/read-wmi.ts';

const providers: ReadonlyMap<string, WmiSecurityProduct['provider']> = new Map(
  (['antivirus', 'antispyware', 'firewall'] as const).map((each) => [productClasses[each], each]),
);

const properties = [
  'displayName',
  'instanceGuid',
  'pathToSignedProductExe',
  'pathToSignedReportingExe',
  'productState',
  'timestamp',
] as const;

/** What the Security Center tells over WMI (client Windows only). A row whose state is not known is left out. */
export async function collectWmiSecurityProducts(
  limitMs: number,
): Promise<Inventory['wmiSecurityProducts']> {
  return readWmi({
    namespace: securityNamespace,
    classes: [...providers.keys()],
    properties,
    itemsOf: (row, className, addGap) => {
      const product = productOf(row, className);
      if (product !== null) return [product];
      const name = textOf(row, 'displayName') ?? textOf(row, 'instanceGuid') ?? '';
      addGap(name, message('gap.noState'));
      return [];
    },
    limitMs,
  });
}

function productOf(row: WmiRow, className: string): WmiSecurityProduct | null {
  const provider = providers.get(className);
  const productState = row.get('productState');
  if (provider === undefined || typeof productState !== 'number') return null;
  return {
    provider,
    displayName: textOf(row, 'displayName') ?? '',
    productState: productState >>> 0,
    reportingPath: textOf(row, 'pathToSignedReportingExe'),
    productPath: textOf(row, 'pathToSignedProductExe'),
    guid: textOf(row, 'instanceGuid'),
    timestamp: textOf(row, 'timestamp'),
  };
}

function textOf(row: WmiRow, name: (typeof properties)[number]): string | null {
  const value = row.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
}
