import { useTranslation } from 'react-i18next';

/** How long a route takes, in minutes. */
export function lengthOf(stops: readonly { minutes?: number | null; travelMinutes?: number | null }[]): {
  stay: number;
  travel: number;
  total: number;
} {
  const stay = stops.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const travel = stops.reduce((sum, { travelMinutes }) => sum + (travelMinutes ?? 0), 0);
  return { stay, travel, total: stay + travel };
}

/** 95 → 1 小时 35 分钟 */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    const [h, m] = [Math.floor(minutes / 60), minutes % 60];
    if (h === 0) return t('sites.route.minutesOnly', { m });
    return m === 0 ? t('sites.route.hoursOnly', { h }) : t('sites.route.hours', { h, m });
  };
}
