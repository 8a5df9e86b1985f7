import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import css from './accounts.module.css';

const shortest = 10;
/** Without letters and digits that are read for each other when somebody says them over the phone. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four: some 78 bits, easily read out. */
function drawn(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  const fit = [...bytes].filter((byte) => byte < 256 - (256 % letters.length)).map((byte) => letters[byte % letters.length]!);
  return [0, 4, 8, 12].map((at) => fit.slice(at, at + 4).join('')).join('-');
}

/** A password that is set for somebody: typed or drawn, and readable, for it has to be told to them. */
export function PasswordField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.Item label={t('accounts.field.password')} extra={t('accounts.password.hint', { n: shortest })} required>
      <div className={css.password}>
        <Form.Item
          name="password"
          noStyle
          rules={[
            { required: true, message: t('all.field.required') },
            { min: shortest, message: t('all.field.tooShort') },
          ]}
        >
          <Input aria-label={t('accounts.field.password')} autoComplete="off" maxLength={200} spellCheck={false} />
        </Form.Item>
        <Button onClick={() => form.setFieldValue('password', drawn())}>{t('accounts.password.draw')}</Button>
      </div>
    </Form.Item>
  );
}
