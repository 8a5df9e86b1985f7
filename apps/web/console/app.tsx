import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, theme as antDesign } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { Problem } from '../api/client.ts';
import { antTheme, useTheme } from './look/theme.ts';
import { router } from './routes.tsx';

/** What passes by itself is asked again, a little later each time; what was refused is not. */
const patience = 4;
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (failures, problem) => problem instanceof Problem && problem.passes && failures < patience,
      retryDelay: (failures) => Math.min(400 * 2 ** failures, 5_000),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function App() {
  const theme = useTheme();
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      locale={i18n.language === 'en' ? enUS : zhCN}
      theme={antTheme(theme, theme === 'dark' ? antDesign.darkAlgorithm : antDesign.defaultAlgorithm)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      // Over a sheet nothing outside it can be seen or reached.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
