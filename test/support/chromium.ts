import sparticuz from '@sparticuz/chromium';

/**
 * The browser of the tests: PLAYWRIGHT_CHROMIUM if set, else the one that npm brings.
 * Of that package's own arguments none is taken: they switch web security and process isolation off,
 * and the tests would then prove nothing.
 */
export async function chromiumLaunch(): Promise<{ executablePath: string; args: string[] }> {
  const executablePath = process.env['PLAYWRIGHT_CHROMIUM'] ?? (await sparticuz.executablePath());
  return { executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] };
}
