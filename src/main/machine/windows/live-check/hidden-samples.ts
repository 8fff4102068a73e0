/**
 * The two test texts, made unreadable so that no antivirus takes Cutover itself for a test file. They stand in the
 * clear only in the memory of a worker process, for as long as it needs them.
 */
export const hiddenSamples = {
  /** Microsoft: Defender docs, "Microsoft Defender for Endpoint - Antimalware Scan Interface (AMSI) demonstrations". */
  amsi: 'Gyw7JlYp4fjmufPGw8XQpvDx77rR35fIYWw9LygUTh4Ocnt2e2VTX0JUsObtpKibntKJjP77',
  /** EICAR: "Anti Malware Testfile". */
  eicar:
    'AlQnTiZYxMrCwpT7/u/k9v75iIHP2re4Kz5tM1tsb3JobBsbFxMgKiA9rcbAwdX14+Pt7OuZkYi2xLa+skAtN1IKYAU=',
} as const;

/** The clear text as bytes. Whoever asks fills them with zeros after use; a string could not be erased. */
export function revealSample(name: keyof typeof hiddenSamples): Buffer {
  const bytes = Buffer.from(hiddenSamples[name], 'base64');
  bytes.forEach((byte, index) => (bytes[index] = byte ^ ((0x5a + 7 * index) & 0xff)));
  return bytes;
}
