import { describe, expect, it } from 'vitest';
import { vendorNameKind } from '../../../../../../src/main/engine/detect/vendor/vendor-name.ts';

describe('vendorNameKind', () => {
  it.each([
    'Kaspersky',
    'AO Kaspersky Lab',
    'Kaspersky Lab ZAO',
    'Лаборатория Касперского',
    '"Лаборатория Касперского"',
    'АО "Лаборатория Касперского"',
    'ЗАО "Лаборатория Касперского"',
    'ЗАО «Лаборатория Касперского»',
    'АО Лаборатория Касперского',
    '卡巴斯基',
  ])('takes %s for the vendor', (name) => {
    expect(vendorNameKind(name)).toBe('vendor');
  });

  it.each([
    'Друзья Касперского',
    'ООО "Удаление Касперского"',
    '"Лаборатория Касперского" Fan Club',
    '"Лаборатория Касперского',
    'Лаборатория Касперского Плюс',
    'Kaspersky Fans',
    '卡巴斯基粉丝',
    '卡巴斯基 卡巴斯基',
  ])('takes %s for a name that proves nothing', (name) => {
    expect(vendorNameKind(name)).toBe('mention');
  });

  it.each([
    'Лаборатория Каспийская',
    'Касперович и Ко',
    'Kasparov',
    // With a long s, and with the Kelvin sign for the K.
    'Ka\u017fper\u017fky Lab',
    '\u212aaspersky',
  ])('takes %s for somebody else or a mere mention', (name) => {
    expect(vendorNameKind(name)).not.toBe('vendor');
  });
});
