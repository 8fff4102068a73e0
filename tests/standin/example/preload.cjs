'use strict';
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('example', {
  platform: process.platform,
  nested: { list: [1, 2] },
  add: (a, b) => a + b,
  twice: (run) => run(run(1)),
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  sender: () => ipcRenderer.invoke('sender'),
  pick: () => ipcRenderer.invoke('pick'),
  sendSync: () => ipcRenderer.sendSync('echo'),
  count: (from) => {
    const counted = new Promise((resolve) => {
      ipcRenderer.once('counted', (_event, value) => resolve(value));
    });
    ipcRenderer.send('count', from);
    return counted;
  },
  onSecond: (listener) => ipcRenderer.on('second', (_event, value) => listener(value)),
});
globalThis.onlyInPreload = true;
