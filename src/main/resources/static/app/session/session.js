import { api } from '../api.js';
import { signal } from '../signal.js';

/** Who is signed in: .user is null or {name, title, department, roles}. */
export function createSession() {
  const changed = signal();
  let user = null;

  const take = (answer) => {
    user = answer?.user ?? null;
  };

  return {
    get user() {
      return user;
    },
    /** True when the user has one of the roles; an administrator has all. */
    has: (...roles) =>
      user !== null && (user.roles.includes('administrator') || roles.some((role) => user.roles.includes(role))),
    /** fn(user) after somebody signed in or out. */
    onChange: changed.on,
    async load() {
      take(await api.get('/api/session'));
    },
    async signIn(username, password) {
      take(await api.post('/api/session', { username, password }));
      changed.emit(user);
    },
    async signOut() {
      await api.delete('/api/session');
      take(null);
      changed.emit(user);
    },
    /** The server no longer knows this session. */
    forget() {
      if (user === null) return;
      take(null);
      changed.emit(user);
    },
  };
}
