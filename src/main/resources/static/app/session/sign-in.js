import { pick, t } from '../i18n.js';
import { button, explain, field, h, input, note, show } from '../ui/index.js';

/** The form that stands in the panel; done() after success. */
export function signInForm(session, done) {
  const name = input({
    name: 'username',
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: false,
    required: true,
  });
  const password = input({ name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const send = button({ text: t('session.signin'), kind: 'primary', wide: true, type: 'submit' });
  const message = h('div', { 'aria-live': 'assertive' });
  const form = h(
    'form',
    { class: 'stack', noValidate: true, on: { submit } },
    h('p', { class: 'quiet', text: t('session.why') }),
    field(t('session.user'), name),
    field(t('session.password'), password),
    message,
    send,
  );

  async function submit(event) {
    event.preventDefault();
    if (!name.value.trim() || !password.value) {
      show(message, note(t('session.missing'), 'error'));
      (name.value.trim() ? password : name).focus();
      return;
    }
    send.disabled = true;
    show(message);
    try {
      await session.signIn(name.value.trim(), password.value);
      done();
    } catch (failure) {
      const refused = failure.status === 401;
      show(
        message,
        note(refused ? t('session.wrong') : `${explain(failure).title}. ${explain(failure).text ?? ''}`, 'error'),
      );
      if (refused) password.select();
    } finally {
      send.disabled = false;
    }
  }

  form.focusFirst = () => name.focus();
  return form;
}

/** What the signed-in user is and may do, and the way out. */
export function accountCard(session, departments, signOut) {
  const user = session.user;
  const department = departments.find((it) => it.id === user.department);
  const facts = [
    [t('session.user'), user.name],
    [t('session.department'), department ? pick(department.title) : user.department],
    [t('session.roles'), user.roles.map((role) => t(`role.${role}`)).join(t('session.and'))],
  ];
  return h(
    'div',
    { class: 'stack' },
    h('p', { class: 'account-name' }, pick(user.title) || user.name),
    h(
      'dl',
      { class: 'facts' },
      facts.flatMap(([name, value]) => [h('dt', { text: name }), h('dd', { text: value || '–' })]),
    ),
    button({ text: t('session.signout'), icon: 'signout', wide: true, onClick: signOut }),
  );
}
