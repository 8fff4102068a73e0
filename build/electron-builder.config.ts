import { Arch, type Configuration } from 'electron-builder';
import { freshConsole } from './console/make-console.ts';
import { foreignFunctionLibrary } from './foreign-function-library.ts';

/**
 * Only what runs: the bundles, and the one library that cannot be bundled, for the target and nothing else.
 * Named for each system: electron-builder does not join such lists as one would think.
 */
function filesFor(target: string): string[] {
  return [
    'out/{main,preload,renderer}/**',
    'package.json',
    '!**/*.map',
    '!out/*/licenses.md',
    '!out/main/console.js',
    '!node_modules/koffi/{doc,lib,vendor}/**',
    '!node_modules/koffi/cnoke.cjs',
    '!node_modules/koffi/indirect.*',
    '!node_modules/koffi/src/koffi/indirect.*',
    '!node_modules/koffi/**/*.{asm,cc,def,hh,inc,md,S,d.ts}',
    '!node_modules/koffi/**/CMakeLists.txt',
    `!node_modules/@koromix/koffi-!(${target})/**`,
    // Built for another C library than that of the targets, or for linking.
    '!node_modules/@koromix/*/{musl_*/**,README.md,**/*.lib}',
  ];
}

/** How installers are made: `npx electron-builder --config build/electron-builder.config.ts`. */
const configuration: Configuration = {
  // Ours and the same for ever, like `upgradeCode`: by these an installer finds the version it replaces.
  appId: 'org.cutover.desktop',
  productName: 'Cutover',
  copyright: 'The Cutover authors, Apache-2.0. Not a Kaspersky product.',
  directories: { buildResources: 'build', output: 'dist' },
  extraResources: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    // The terms of what was bundled have to travel with it.
    { from: 'out/main/licenses.md', to: 'licenses/program.md' },
    { from: 'out/renderer/licenses.md', to: 'licenses/window.md' },
  ],
  asar: true,
  // The library ships ready-made for every system; nothing is compiled.
  npmRebuild: false,
  electronLanguages: ['en-US', 'es', 'de', 'fr', 'pt-BR', 'ru'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // There are none; encrypting them would ask Linux for its keyring at every start.
    enableCookieEncryption: false,
    grantFileProtocolExtraPrivileges: false,
  },
  beforePack: async ({ electronPlatformName: platform, arch }) => {
    await foreignFunctionLibrary(platform, Arch[arch]);
    if (platform === 'win32') await freshConsole(arch === Arch.arm64 ? 'win-arm64' : 'win-x64');
  },
  publish: null,
  win: {
    files: filesFor('win32-x64'),
    target: [
      // No portable one: it would unpack what then has administrator rights into a folder that others can write.
      { target: 'nsis', arch: ['x64'] },
      { target: 'msi', arch: ['x64'] },
    ],
    executableName: 'Cutover',
    icon: 'build/icon.ico',
    extraFiles: [
      // In a folder of its own, because beside Cutover.exe the name `cutover` means the program.
      { from: 'dist/console/cutover-${arch}.exe', to: 'bin/cutover.exe' },
      { from: 'dist/console/licenses', to: 'resources/licenses' },
      { from: 'docs/group-policy', to: 'group-policy' },
    ],
    // The processes of Chromium are started from the same program with fewer rights: a manifest that asks for more ends them
    // where nobody splits the administrator's token (decision 019). The window asks for itself once it needs more.
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    // Below "Program Files" only administrators write; elsewhere anybody may.
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false,
    artifactName: 'Cutover-${version}-setup-${arch}.${ext}',
  },
  msi: {
    // Anything else asks for the folder.
    oneClick: true,
    perMachine: true,
    // It would start with the rights of the person, and Windows Installer calls that a failure.
    runAfterFinish: false,
    // Whether the tools of the Windows Installer warn, or can check at all, depends on the computer that builds.
    warningsAsErrors: false,
    additionalLightArgs: ['-sval'],
    upgradeCode: '5f0c3f0e-6c1b-4a5d-9f7c-2d1b8c3e7a94',
    artifactName: 'Cutover-${version}-${arch}.${ext}',
  },
  linux: {
    files: filesFor('linux-x64'),
    // No archive: unpacked by hand, the sandbox of Chromium has no rights where a system closes name spaces. Commands have the
    // console program, which is one file.
    target: [{ target: 'AppImage', arch: ['x64'] }],
    executableName: 'cutover',
    icon: 'build/icons',
    category: 'System',
    synopsis: 'Practise moving a Windows computer off Kaspersky, and read inventories of others',
    artifactName: 'Cutover-${version}-linux-${arch}.${ext}',
  },
};

export default configuration;
