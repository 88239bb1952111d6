// Which browser is taken, on machines that the tests make up.
import { describe, expect, it, vi } from 'vitest';
import { findBrowser, type Machine, thisMachine } from '../../src/flow/find-browser.ts';
import { Problem } from '../../src/model/problem.ts';

const shipped = {
  executablePath: '/tmp/kb-chromium/chromium',
  env: { LD_LIBRARY_PATH: '/tmp/kb-chromium/lib' },
};

function machineWith(programs: readonly string[], rest: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    arch: 'x64',
    isExecutable: async (path) => programs.includes(path),
    unpackShipped: async () => shipped,
    ...rest,
  };
}

describe('finding a browser', () => {
  it('takes the one that KB_BROWSER names before any other', async () => {
    const machine = machineWith(['/opt/mine', '/usr/bin/google-chrome'], {
      env: { PATH: '/usr/bin', KB_BROWSER: '/opt/mine' },
    });
    expect(await findBrowser(machine)).toEqual({
      executablePath: '/opt/mine',
      args: [],
      env: {},
      source: 'KB_BROWSER',
    });
  });

  it('looks a bare command of KB_BROWSER up in the PATH', async () => {
    const machine = machineWith(['/usr/bin/brave'], { env: { PATH: '/bin:/usr/bin', KB_BROWSER: 'brave' } });
    expect((await findBrowser(machine)).executablePath).toBe('/usr/bin/brave');
  });

  it('refuses a KB_BROWSER that names nothing, though another browser is there', async () => {
    const machine = machineWith(['/usr/bin/google-chrome'], {
      env: { PATH: '/usr/bin', KB_BROWSER: '/nowhere' },
    });
    const problem = await findBrowser(machine).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).wording).toMatchObject({
      fr: expect.stringContaining('/nowhere'),
      en: expect.stringContaining('/nowhere'),
    });
  });

  it('takes an installed browser before the shipped one, the first of the PATH', async () => {
    const found = await findBrowser(
      machineWith(['/usr/bin/chromium', '/usr/local/bin/chromium', '/usr/bin/microsoft-edge']),
    );
    expect(found).toMatchObject({ executablePath: '/usr/local/bin/chromium', source: 'installed' });
  });

  it('does not run what lies in the folder one stands in', async () => {
    const machine = machineWith(['chromium', './chromium'], { env: { PATH: '.::' } });
    expect((await findBrowser(machine)).source).toBe('shipped');
  });

  it.each([
    ['darwin', { HOME: '/Users/lea' }, '/Users/lea/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    [
      'win32',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\Google\\Chrome\\Application\\chrome.exe'],
  ] as const)('knows the usual places on %s with %o', async (platform, env, place) => {
    expect((await findBrowser(machineWith([place], { platform, env }))).executablePath).toBe(place);
  });

  it('unpacks the shipped browser where there is no other, with its libraries for it alone', async () => {
    expect(await findBrowser(machineWith([]))).toEqual({ ...shipped, args: [], source: 'shipped' });
  });

  it.each([
    ['on a platform without a shipped browser', { platform: 'linux', arch: 'arm64' }],
    ['when KB_BROWSER is `none`', { env: { PATH: '/usr/bin', KB_BROWSER: 'none' } }],
  ] as const)('says what to do when there is no browser %s', async (_, rest) => {
    const unpackShipped = vi.fn(async () => shipped);
    const programs = 'env' in rest ? ['/usr/bin/chromium'] : [];
    const problem = await findBrowser(machineWith(programs, { ...rest, unpackShipped })).catch(
      (error: unknown) => error,
    );
    expect((problem as Problem).wording).toMatchObject({
      fr: expect.stringContaining('kb doctor'),
      en: expect.stringContaining('KB_BROWSER'),
    });
    expect(unpackShipped).not.toHaveBeenCalled();
  });

  it('takes only files that may be run on this machine', async () => {
    const { isExecutable } = thisMachine();
    expect(await isExecutable(process.execPath)).toBe(true);
    expect(await isExecutable(import.meta.dirname)).toBe(false);
    expect(await isExecutable('/nowhere/chrome')).toBe(false);
  });
});
