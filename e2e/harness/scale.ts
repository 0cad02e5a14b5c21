/** Whether to run at full length (HEIRLOOM_E2E_FULL=1) or at the length of an every-day run. */
const full = process.env.HEIRLOOM_E2E_FULL === '1';

export const scale = (everyDay: number, atFullLength: number): number => (full ? atFullLength : everyDay);
