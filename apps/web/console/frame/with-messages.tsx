import { App } from 'antd';
import { Outlet } from 'react-router';
import { passingPlace } from '../parts/passing.ts';

const messages = { getContainer: () => passingPlace };

/** What pages say in passing, and ask before what cannot be undone. In a file of its own: signing in needs none of it. */
export function WithMessages() {
  return (
    <App component={false} message={messages}>
      <Outlet />
    </App>
  );
}
