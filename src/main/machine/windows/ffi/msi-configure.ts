import koffi from 'koffi';
import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** The type is the high byte of `message`; the text is already formatted. Returns a message-box answer. */
export type InstallUiHandler = (context: Pointer, message: number, text: string | null) => number;

/** `INSTALLUILEVEL_NONE`: Windows Installer shows nothing by itself. Source: Microsoft, `Msi.h`. */
export const noInternalUi = 2;

/** `INSTALLSTATE_ABSENT` and `INSTALLLEVEL_DEFAULT`. Source: Microsoft, `Msi.h`. */
export const installStateAbsent = 2;
export const installLevelDefault = 0;

/** The part of Windows Installer that changes products. Source: Microsoft, Windows SDK header `Msi.h`. */
export const msiConfigure = lazyLibrary('msi.dll', (library) => {
  const handler = koffi.proto(
    'int __stdcall CutoverInstallUiHandler(void *context, uint32 message, str16 text)',
  );
  return {
    handler,
    MsiSetInternalUI: library.func(
      'uint32 __stdcall MsiSetInternalUI(uint32 level, void *window)',
    ) as KoffiFunc<(level: number, window: null) => number>,
    MsiSetExternalUIW: library.func(
      'void * __stdcall MsiSetExternalUIW(CutoverInstallUiHandler *handler, uint32 filter, void *context)',
    ) as KoffiFunc<(handler: bigint, filter: number, context: null) => Pointer>,
    MsiEnableLogW: library.func(
      'uint32 __stdcall MsiEnableLogW(uint32 mode, str16 file, uint32 attributes)',
    ) as KoffiFunc<(mode: number, file: string, attributes: number) => number>,
    MsiConfigureProductExW: library.func(
      'uint32 __stdcall MsiConfigureProductExW(str16 product, int level, int state, str16 commandLine)',
    ) as KoffiFunc<(product: string, level: number, state: number, commandLine: string) => number>,
  };
});

/**
 * Lets a function of ours hear what Windows Installer says, for the rest of the process's life: the callback is
 * never given back, because the installer may call it until the very end.
 */
export function registerUiHandler(handler: InstallUiHandler): bigint {
  return koffi.register(handler, koffi.pointer(msiConfigure().handler));
}
