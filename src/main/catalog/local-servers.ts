import type { Cited } from './row.ts';

/** A program that answers on the computer it runs on, so that an address there need not be one of the vendor's. */
export interface LocalServerRow extends Cited {
  readonly answers: 'proxy' | 'names';
  /** Beginnings of the names of its service and its program, in lower case. */
  readonly names: readonly string[];
}

/** They only silence a danger; nothing is ever done because of them. */
export const localServers: readonly LocalServerRow[] = [
  {
    answers: 'proxy',
    names: [
      'adguard',
      'burp',
      'ccproxy',
      'charles',
      'clash',
      'cntlm',
      'fiddler',
      'mitmproxy',
      'mitmdump',
      'netskope',
      'nsproxy',
      'polipo',
      'privoxy',
      'proxyman',
      'px.exe',
      'shadowsocks',
      'sing-box',
      'squid',
      'tor.exe',
      'v2ray',
      'xray',
      'zapproxy',
      'zsatunnel',
      'zscaler',
    ],
    confidence: 'L',
    sources: ['localServerLists'],
  },
  {
    answers: 'names',
    names: [
      'acrylic',
      'acumbrella',
      'adguard',
      'cloudflared',
      'coredns',
      'csc_umbrella',
      'dns',
      'named',
      'nextdns',
      'simplednscrypt',
      'stubby',
      'technitium',
      'umbrella',
      'unbound',
      'yogadns',
    ],
    confidence: 'L',
    sources: ['localServerLists'],
  },
];
